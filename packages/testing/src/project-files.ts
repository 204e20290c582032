import type { SourceFiles } from '@sampan/compiler'

/** A project in memory: path → text. */
export function projectFiles(files: Record<string, string>): SourceFiles {
  const encoder = new TextEncoder()
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]))
  return {
    list: () => [...bytes.keys()].filter((path) => !path.startsWith('node_modules/')),
    has: (path) => bytes.has(path),
    sizeBytes: (path) => bytes.get(path)?.length ?? 0,
    read: (path) => bytes.get(path),
    readText: (path) => files[path]?.replace(/^\uFEFF/, ''),
  }
}
