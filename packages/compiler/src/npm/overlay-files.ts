import type { SourceFiles } from '../source-files'

/** The files with more of them on top: where both have one, the upper counts. */
export function overlayFiles(files: SourceFiles, upper: ReadonlyMap<string, Uint8Array>): SourceFiles {
  const decoder = new TextDecoder()
  const texts = new Map<string, string>()

  function readUpperText(path: string, content: Uint8Array): string {
    let text = texts.get(path)
    if (text === undefined) texts.set(path, (text = decoder.decode(content)))
    return text
  }

  return {
    list: () => [...files.list().filter((path) => !upper.has(path)), ...upper.keys()],
    has: (path) => upper.has(path) || files.has(path),
    sizeBytes: (path) => upper.get(path)?.byteLength ?? files.sizeBytes(path),
    read: (path) => upper.get(path) ?? files.read(path),
    readText: (path) => {
      const content = upper.get(path)
      return content === undefined ? files.readText(path) : readUpperText(path, content)
    },
    listFolder: files.listFolder && ((folder) => files.listFolder!(folder)),
  }
}
