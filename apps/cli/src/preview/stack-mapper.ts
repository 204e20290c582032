import { FlattenMap, originalPositionFor } from '@jridgewell/trace-mapping'
import type { TraceMap } from '@jridgewell/trace-mapping'
import type { BuildResult } from '@sampan/compiler'

/** A place in the program's own sources. */
export interface SourcePlace {
  file: string
  line: number
  column: number
}

export interface StackMapper {
  /** The stack with places in the bundle replaced by places in the sources, and the first of these. */
  map(stack: string): { stack: string; place?: SourcePlace }
}

/** `http://…/packages/<id>/service.js:12:34`: the worker and the frames run scripts under their names in the bundle. */
const PLACE = /https?:\/\/\S*?\/(packages\/[^/\s]+\/(?:service|view)\.js):(\d+):(\d+)/g

/** Maps through the source maps of a bundle; stays silent about bundles without them. */
export function createStackMapper(files: BuildResult['files']): StackMapper {
  const maps = new Map<string, TraceMap | undefined>()

  function mapOf(script: string): TraceMap | undefined {
    if (!maps.has(script)) {
      const content = files.get(`${script}.map`)
      maps.set(script, content === undefined ? undefined : FlattenMap(decode(content)))
    }
    return maps.get(script)
  }

  function trace(script: string, line: number, column: number): SourcePlace | undefined {
    const map = mapOf(script)
    if (!map || line < 1 || column < 1) return undefined
    const {
      source,
      line: sourceLine,
      column: sourceColumn,
    } = originalPositionFor(map, { line, column: column - 1 })
    if (source === null || sourceLine === null || sourceColumn === null) return undefined
    return { file: source, line: sourceLine, column: sourceColumn + 1 }
  }

  return {
    map(stack) {
      let first: SourcePlace | undefined
      const mapped = stack.replace(PLACE, (whole, script: string, line, column) => {
        const place = trace(decodeURI(script), Number(line), Number(column))
        if (!place) return whole
        first ??= place
        return `${place.file}:${place.line}:${place.column}`
      })
      return first ? { stack: mapped, place: first } : { stack: mapped }
    },
  }
}

function decode(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
