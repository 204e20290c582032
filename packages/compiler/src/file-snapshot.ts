import type { Diagnostic } from '@sampan/protocol'
import { diagnose } from './diagnostics/diagnose'
import type { SourceFiles } from './source-files'

/** The files as of the last `refresh`: each is read and listed once, and again only after it has changed. */
export interface FileSnapshot extends SourceFiles {
  /** Starts a build after these files were written, added or removed. */
  refresh(changedPaths: readonly string[]): void
  /** Starts a build from nothing. */
  refreshAll(): void
  /** About source files read in this build that cannot be sources. They read as empty. */
  diagnostics(): Diagnostic[]
}

/** Larger sources do not fit into any package; compiling them would only hold up the rest. */
const SOURCE_LIMIT_BYTES = 8 * 1024 * 1024
const UNLISTED = /(^|\/)(node_modules|\.[^/]*)\//

export function createFileSnapshot(files: SourceFiles): FileSnapshot {
  let listed: Set<string> | undefined
  const texts = new Map<string, string | undefined>()
  const contents = new Map<string, Uint8Array | undefined>()
  const problems = new Map<string, Diagnostic>()
  const readInBuild = new Set<string>()

  function remember<Value>(map: Map<string, Value>, path: string, read: () => Value): Value {
    if (map.has(path)) return map.get(path)!
    const value = read()
    map.set(path, value)
    return value
  }

  function readSource(path: string): string | undefined {
    if (!files.has(path)) return undefined
    const size = files.sizeBytes(path)
    if (size > SOURCE_LIMIT_BYTES) {
      const params = { size: describeSize(size), limit: describeSize(SOURCE_LIMIT_BYTES) }
      problems.set(path, diagnose('file-too-large', params, { file: path, line: 1, column: 1 }))
      return ''
    }
    const text = files.readText(path)
    if (text?.includes('\0')) {
      problems.set(path, diagnose('file-not-text', {}, { file: path, line: 1, column: 1 }))
      return ''
    }
    if (text?.includes('\uFFFD') && !isUtf8(files.read(path))) {
      problems.set(path, diagnose('file-encoding', {}, placeOfReplacement(path, text)))
    }
    return text
  }

  const list = () => (listed ??= new Set(files.list()))
  return {
    list: () => [...list()],
    // What is not listed, in node_modules, is asked for one by one.
    has: (path) => list().has(path) || (UNLISTED.test(path) && files.has(path)),
    sizeBytes: (path) => files.sizeBytes(path),
    read: (path) => remember(contents, path, () => files.read(path)),
    readText: (path) => {
      readInBuild.add(path)
      return remember(texts, path, () => readSource(path))
    },
    listFolder: files.listFolder && ((folder) => files.listFolder!(folder)),
    diagnostics: () => [...problems].filter(([path]) => readInBuild.has(path)).map(([, problem]) => problem),
    refresh: (changedPaths) => {
      readInBuild.clear()
      for (const path of changedPaths) {
        if (!files.has(path)) listed?.delete(path)
        else if (!UNLISTED.test(path)) listed?.add(path)
        texts.delete(path)
        contents.delete(path)
        problems.delete(path)
      }
    },
    refreshAll: () => {
      listed = undefined
      for (const map of [texts, contents, problems, readInBuild]) map.clear()
    },
  }
}

function isUtf8(content: Uint8Array | undefined): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}

function placeOfReplacement(file: string, text: string): { file: string; line: number; column: number } {
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n')
  return { file, line: before.length, column: before.at(-1)!.length + 1 }
}

function describeSize(sizeBytes: number): string {
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`
}
