import { apisOfPart, LATE_PARTS, LATE_PARTS_VERSION, type NeededParts, tagsOfPart } from '@sampan/protocol'
import type { LinkedProgram } from './package-contents'

/** Which parts of the worker's code the program can reach, by its scripts and by the tags of its templates. */
export function findNeededParts({ modules, templates }: LinkedProgram): NeededParts {
  const uses = [...modules.values()].map(({ wx }) => wx)
  const names = new Set(uses.flatMap((use) => use.names))
  const tags = new Set([...templates.values()].flatMap(({ output }) => [...output.tags.keys()]))
  const reachesAll = uses.some(({ escapes }) => escapes)
  const parts: NeededParts['parts'] = {}
  for (const part of LATE_PARTS) {
    const apis = apisOfPart(part).filter((name) => names.has(name))
    if (reachesAll || apis.length > 0 || tagsOfPart(part).some((tag) => tags.has(tag))) parts[part] = apis
  }
  return { version: LATE_PARTS_VERSION, parts }
}
