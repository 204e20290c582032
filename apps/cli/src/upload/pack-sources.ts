import type { SourceFiles } from '@sampan/compiler'
import type { ProjectFolder } from '@sampan/project-folder'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { PERSONAL } from '../platform/project-files'

/** A project as it is sent: what the compiler asks of it is what the server's compiler will find. */
export interface SentSources extends SourceFiles {
  /** A `.tar.gz` of the sources, and of those files of `node_modules` that the compiler has looked at so far. */
  pack(): Promise<Buffer>
}

/** Nothing personal, and no keys: `private.<appId>.key` is what robots sign with. */
const NEVER_SENT = new RegExp(
  String.raw`(^|/)(${PERSONAL.replaceAll('.', String.raw`\.`)}|private\.[^/]*\.key)$`,
)

export function openSentSources(files: ProjectFolder): SentSources {
  const listed = () => files.list().filter((path) => !NEVER_SENT.test(path))
  const used = new Set<string>()

  function mayUse(path: string): boolean {
    if (NEVER_SENT.test(path) || !files.has(path)) return false
    used.add(path)
    return true
  }

  return {
    list: listed,
    has: mayUse,
    sizeBytes: (path) => (mayUse(path) ? files.sizeBytes(path) : 0),
    read: (path) => (mayUse(path) ? files.read(path) : undefined),
    readText: (path) => (mayUse(path) ? files.readText(path) : undefined),
    listFolder: (folder) => files.listFolder(folder).filter(mayUse),
    async pack() {
      const packed = pack()
      const paths = [...new Set([...listed(), ...used])].sort()
      for (const path of paths)
        packed.entry({ name: path, mtime: new Date(0) }, Buffer.from(files.read(path) ?? ''))
      packed.finalize()
      const pieces: Buffer[] = []
      for await (const piece of packed as AsyncIterable<Buffer>) pieces.push(piece)
      return promisify(gzip)(Buffer.concat(pieces))
    },
  }
}
