import type { SourceFiles } from '../src/source-files'

/** A project written down in a test: path → text or bytes. Change the object to change the project. */
export function memorySourceFiles(contents: Record<string, string | Uint8Array>): SourceFiles {
  const encode = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content
  const paths = () => Object.keys(contents)
  const read = (path: string) => (Object.hasOwn(contents, path) ? encode(contents[path]!) : undefined)
  return {
    list: () => paths().filter((path) => !/(^|\/)(?:node_modules|\.[^/]*)\//.test(path)),
    has: (path) => Object.hasOwn(contents, path),
    sizeBytes: (path) => read(path)?.byteLength ?? 0,
    read,
    readText: (path) => {
      const bytes = read(path)
      return bytes && new TextDecoder().decode(bytes)
    },
    listFolder: (folder) => paths().filter((path) => path.startsWith(folder)),
  }
}
