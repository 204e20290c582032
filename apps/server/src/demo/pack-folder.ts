import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'

/** A project as developers upload it, for another AppID than its own. */
export async function packFolder(folder: string, appId: string): Promise<Buffer> {
  const packed = pack()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    const content = await readFile(path)
    packed.entry({ name }, name === 'project.config.json' ? withAppId(content, appId) : content)
  }
  packed.finalize()
  const pieces: Buffer[] = []
  for await (const piece of packed as AsyncIterable<Buffer>) pieces.push(piece)
  return gzipSync(Buffer.concat(pieces))
}

function withAppId(config: Buffer, appid: string): string {
  return JSON.stringify({ ...(JSON.parse(String(config)) as object), appid })
}
