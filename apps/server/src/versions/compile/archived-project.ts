import type { SourceFiles } from '@sampan/compiler'

/** What `list` leaves out, as in a project folder. */
const UNLISTED = /(^|\/)(node_modules|\.[^/]*)\//
const decoder = new TextDecoder('utf-8')

/** The files of an upload as the compiler sees them. */
export function openArchivedProject(files: ReadonlyMap<string, Uint8Array>): SourceFiles {
  const paths = [...files.keys()]
  const listed = paths.filter((path) => !UNLISTED.test(path))
  return {
    list: () => listed,
    has: (path) => files.has(path),
    sizeBytes: (path) => files.get(path)?.length ?? 0,
    read: (path) => files.get(path),
    readText(path) {
      const content = files.get(path)
      return content && decoder.decode(content)
    },
    listFolder: (folder) => paths.filter((path) => path.startsWith(folder)),
  }
}
