import { type RawSourceMap, SourceMapConsumer } from 'source-map-js'
import type { LocateStyle } from './style-problem'

/** Places in generated CSS → places in its sources. `toPath` turns the map's source names into paths. No CSS, no map. */
export function locateInSourceMap(
  map: string | undefined,
  entry: string,
  toPath: (source: string) => string,
): LocateStyle {
  if (!map) return () => ({ file: entry, line: 1, column: 1 })
  const consumer = new SourceMapConsumer(JSON.parse(map) as RawSourceMap)
  return (line, column) => {
    const found = consumer.originalPositionFor({ line, column: column - 1 })
    if (found.source === null || found.source === undefined) return { file: entry }
    return { file: toPath(found.source), line: found.line, column: found.column + 1 }
  }
}
