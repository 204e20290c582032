import { gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

export type Entry = Partial<Header> & { name: string; content?: string | Buffer }

/** A `.tar.gz` of exactly these entries, however wrong they are. */
export async function packArchive(entries: Entry[]): Promise<Buffer> {
  return gzipSync(await packTar(entries))
}

export async function packTar(entries: Entry[]): Promise<Buffer> {
  const packed = pack()
  for (const { content = '', ...header } of entries) packed.entry(header, content)
  packed.finalize()
  const pieces: Buffer[] = []
  for await (const piece of packed as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces)
}

export function packFiles(files: Record<string, string | Buffer>): Promise<Buffer> {
  return packArchive(Object.entries(files).map(([name, content]) => ({ name, content })))
}
