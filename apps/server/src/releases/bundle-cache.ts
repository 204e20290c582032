import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type BundleFiles = Map<string, Uint8Array>

/** Compiled bundles on disk, one folder each: `<appId>-<key>`. A start that finds all of them compiles nothing. */
export interface BundleCache {
  read(appId: string, key: string): Promise<BundleFiles | undefined>
  /** Replaces what was kept of the program. */
  write(appId: string, key: string, files: BundleFiles): Promise<void>
}

/** Written last: a folder without it is not whole. */
const LISTING = 'listing.json'

export function createBundleCache(folder: string): BundleCache {
  return {
    async read(appId, key) {
      const place = join(folder, `${appId}-${key}`)
      try {
        const paths = JSON.parse(await readFile(join(place, LISTING), 'utf8')) as string[]
        const contents = await Promise.all(paths.map((path) => readFile(join(place, 'bundle', path))))
        return new Map(paths.map((path, index) => [path, contents[index]!]))
      } catch {
        return undefined // Not there, or somebody took files away: compile again.
      }
    },
    async write(appId, key, files) {
      const name = `${appId}-${key}`
      const draft = join(folder, `draft-${randomUUID()}`)
      await writeFiles(join(draft, 'bundle'), files)
      await writeFile(join(draft, LISTING), JSON.stringify([...files.keys()]))
      await rm(join(folder, name), { recursive: true, force: true })
      try {
        await rename(draft, join(folder, name))
      } catch (error) {
        // Another process wrote the same bundle in the meantime.
        await rm(draft, { recursive: true, force: true })
        if (!/^(EEXIST|ENOTEMPTY|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
      }
      await removeEarlier(folder, appId, name)
    },
  }
}

async function writeFiles(folder: string, files: BundleFiles): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))))
  await Promise.all([...folders].map((path) => mkdir(path, { recursive: true })))
  await Promise.all([...files].map(([path, content]) => writeFile(join(folder, path), content)))
}

async function removeEarlier(folder: string, appId: string, kept: string): Promise<void> {
  const names = await readdir(folder)
  const earlier = names.filter((name) => name.startsWith(`${appId}-`) && name !== kept)
  await Promise.all(earlier.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}
