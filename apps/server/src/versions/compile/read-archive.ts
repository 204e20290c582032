import { createGunzip } from 'node:zlib'
import { type Extract, type Header, extract } from 'tar-stream'
import { type PathProblem, checkArchivePath } from '../rules/archive-path'
import type { ArchiveLimits } from '../rules/upload-limits'

export type ArchiveProblemCode =
  | PathProblem
  | 'archive-unreadable'
  | 'archive-too-large'
  | 'archive-too-many-files'
  /** A link, a device, a pipe: anything but files and folders. */
  | 'archive-entry-kind'
  /** The same path twice, also where only case or Unicode form differ, or a file where a folder is. */
  | 'archive-duplicate'
  | 'archive-empty'

/** What is wrong with an archive that somebody sent. */
export class ArchiveProblem extends Error {
  override name = 'ArchiveProblem'

  constructor(
    readonly code: ArchiveProblemCode,
    message: string,
  ) {
    super(message)
  }
}

type TarLimits = Omit<ArchiveLimits, 'mostCompressedBytes'>

/**
 * Goes through a `.tar.gz` that somebody sent and hands on each file. Rejects with an `ArchiveProblem` at the first thing
 * that is not as it should be; whatever the archive says, no more than one file is held in memory.
 */
export async function readArchive(
  compressed: Uint8Array,
  limits: ArchiveLimits,
  onFile: (path: string, content: Buffer) => void,
): Promise<void> {
  const { mostCompressedBytes } = limits
  if (compressed.length > mostCompressedBytes) throw tooLarge(mostCompressedBytes, 'compressed')
  const gunzip = createGunzip()
  gunzip.on('error', () => {}) // Told by whoever reads from it, unless that one has given up before.
  gunzip.end(compressed)
  await readTar(gunzip, limits, onFile)
}

/** The same for a tar as it is. */
export async function readTar(
  source: AsyncIterable<Uint8Array>,
  limits: TarLimits,
  onFile: (path: string, content: Buffer) => void,
): Promise<void> {
  const names = createNameCheck()
  let fileCount = 0
  const entries = extract()
  entries.on('entry', (header, entry, next) => {
    entry.on('error', () => {}) // Ends together with the whole.
    try {
      const path = checkEntry(header, fileCount, limits)
      const pieces: Buffer[] = []
      if (header.type === 'directory') names.addFolder(path)
      else {
        names.addFile(path)
        fileCount++
        entry.on('data', (piece) => pieces.push(piece as Buffer))
        entry.on('end', () => onFile(path, Buffer.concat(pieces)))
      }
      entry.on('end', () => next())
      entry.resume()
    } catch (error) {
      next(error as Error)
    }
  })
  await feed(source, entries, limits.mostExpandedBytes)
  if (fileCount === 0) throw new ArchiveProblem('archive-empty', 'The archive has no files')
}

/** Counts everything that comes out of the compression, headers included, before anything looks at it. */
async function feed(source: AsyncIterable<Uint8Array>, entries: Extract, mostBytes: number): Promise<void> {
  let problem: Error | undefined
  const fail = (error: Error) => (problem ??= error)
  const closed = new Promise<void>((resolve) => {
    entries.on('error', fail)
    entries.on('close', () => resolve())
  })
  try {
    let sizeBytes = 0
    for await (const piece of source) {
      sizeBytes += piece.length
      if (sizeBytes > mostBytes) throw tooLarge(mostBytes, 'expanded')
      if (!entries.write(piece)) {
        await Promise.race([closed, new Promise<void>((resolve) => entries.once('drain', () => resolve()))])
      }
      if (entries.destroyed) break
    }
    entries.end(undefined)
  } catch (error) {
    fail(error as Error)
    entries.destroy(error as Error)
  }
  await closed
  if (problem instanceof ArchiveProblem) throw problem
  if (problem)
    throw new ArchiveProblem('archive-unreadable', `The archive cannot be read: ${problem.message}`)
}

function checkEntry({ type, name, size }: Header, fileCount: number, limits: TarLimits): string {
  if (type !== 'file' && type !== 'directory') {
    throw new ArchiveProblem(
      'archive-entry-kind',
      `${JSON.stringify(name)} is a ${type ?? 'thing of its own'}, not a file`,
    )
  }
  if (fileCount >= limits.mostFiles) {
    throw new ArchiveProblem('archive-too-many-files', `A project has ${limits.mostFiles} files at most`)
  }
  if ((size ?? 0) > limits.mostExpandedBytes) throw tooLarge(limits.mostExpandedBytes, 'expanded')
  const path = type === 'directory' ? name.replace(/\/$/, '') : name
  const problem = checkArchivePath(path, limits)
  if (problem)
    throw new ArchiveProblem(problem, `${JSON.stringify(path.slice(0, 200))} cannot be the path of a file`)
  return path
}

/** Paths as the most forgetful file system compares them. */
function createNameCheck() {
  const files = new Set<string>()
  const folders = new Set<string>()
  const refuse = (path: string) => {
    throw new ArchiveProblem('archive-duplicate', `${JSON.stringify(path)} is there twice`)
  }

  function addFolder(path: string): void {
    const parts = path.normalize('NFC').toLowerCase().split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      if (files.has(folder)) refuse(path)
      folders.add(folder)
    }
  }

  return {
    addFolder,
    addFile(path: string): void {
      const name = path.normalize('NFC').toLowerCase()
      if (files.has(name) || folders.has(name)) refuse(path)
      if (path.includes('/')) addFolder(path.slice(0, path.lastIndexOf('/')))
      files.add(name)
    },
  }
}

function tooLarge(mostBytes: number, what: string): ArchiveProblem {
  return new ArchiveProblem('archive-too-large', `An archive has ${mostBytes} bytes at most (${what})`)
}
