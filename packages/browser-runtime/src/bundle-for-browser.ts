import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import { buildEntry } from './build-entry'
import type { BundleEntry } from './build-entry'

export interface BundleRequest {
  entries: BundleEntry[]
  /** Where the last build is kept. */
  cacheFolder: string
}

export interface BrowserBundle {
  /** Changes if and only if an output does. */
  hash: string
  /** By name: `<entry>.js` and `<entry>.js.map`. */
  files: Map<string, Uint8Array>
  /** By name of an entry: files that its script imports at once. A page may preload them. */
  imports: Record<string, string[]>
  /** Whether it was on disk already. */
  cached: boolean
}

/** Part of the key: a change of these options makes earlier builds stale. */
const OPTIONS = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: true,
  legalComments: 'none',
  charset: 'utf8',
  target: 'es2022',
  platform: 'browser',
  loader: { '.css': 'text', '.svg': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'silent',
} as const satisfies BuildOptions

/** Part of the key too: counts changes of how entries are built. */
const REVISION = 3

/** `stamp.json` of the cache. */
interface Stamp {
  /** Of options, entries and the contents of all inputs. */
  key: string
  /** Absolute paths of every file that went into the build. */
  inputs: string[]
  hash: string
  outputs: string[]
  imports: Record<string, string[]>
}

/**
 * Bundles and minifies page and worker code. The outputs stay on disk with a hash of everything they were made from,
 * so that a second call reads and hashes the sources and no more. Throws esbuild's error if the code does not bundle.
 */
export async function bundleForBrowser(request: BundleRequest): Promise<BrowserBundle> {
  const stamp = await readStamp(request.cacheFolder)
  if (stamp && (await hashInputs(request, stamp.inputs)) === stamp.key) {
    const files = await readOutputs(request.cacheFolder, stamp)
    if (files) return { hash: stamp.hash, files, imports: stamp.imports, cached: true }
  }
  return buildAndKeep(request)
}

async function buildAndKeep(request: BundleRequest): Promise<BrowserBundle> {
  const outputs = await Promise.all(
    request.entries.map((entry) => buildEntry(entry, OPTIONS, request.cacheFolder)),
  )
  const inputs = [...new Set(outputs.flatMap((output) => output.inputs))].sort()
  const files = new Map(outputs.flatMap((output) => [...output.files]))
  const hash = createHash('sha256')
  for (const [name, contents] of files) hash.update(name).update(contents)
  const stamp: Stamp = {
    inputs,
    key: (await hashInputs(request, inputs)) ?? '',
    hash: hash.digest('hex').slice(0, 16),
    outputs: [...files.keys()],
    imports: Object.fromEntries(request.entries.map(({ name }, at) => [name, outputs[at]!.imports])),
  }
  await keep(request.cacheFolder, stamp, files)
  return { hash: stamp.hash, files, imports: stamp.imports, cached: false }
}

/** Undefined if an input is gone. */
async function hashInputs(request: BundleRequest, inputs: string[]): Promise<string | undefined> {
  const hash = createHash('sha256').update(JSON.stringify([REVISION, OPTIONS, request.entries]))
  const paths = [...new Set(inputs.map(findProof))]
  try {
    const contents = await Promise.all(paths.map((path) => readFile(path)))
    contents.forEach((content, index) =>
      hash.update(`\0${paths[index]}\0${content.length}\0`).update(content),
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}

/** Installed packages change with their version: one file stands for the thousands that some of them have. */
function findProof(path: string): string {
  const found = /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(path)
  return found ? join(found[0], 'package.json') : path
}

async function readStamp(cacheFolder: string): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(join(cacheFolder, 'stamp.json'), 'utf8')) as Stamp
  } catch {
    return undefined // None yet, or cut short: build again.
  }
}

async function readOutputs(cacheFolder: string, stamp: Stamp): Promise<Map<string, Uint8Array> | undefined> {
  try {
    const contents = await Promise.all(
      stamp.outputs.map((name) => readFile(join(cacheFolder, stamp.hash, name))),
    )
    return new Map(stamp.outputs.map((name, index) => [name, contents[index]!]))
  } catch {
    return undefined // Somebody removed them: build again.
  }
}

/** Other processes may do the same at the same time: everything appears under its name whole, or not at all. */
async function keep(cacheFolder: string, stamp: Stamp, files: Map<string, Uint8Array>): Promise<void> {
  const previous = await readStamp(cacheFolder)
  const draft = join(cacheFolder, `draft-${randomUUID()}`)
  await mkdir(draft, { recursive: true })
  await Promise.all([...files].map(([name, contents]) => writeFile(join(draft, name), contents)))
  await writeFile(join(draft, 'stamp.json'), JSON.stringify(stamp))
  const place = join(cacheFolder, stamp.hash)
  try {
    await rename(draft, place)
  } catch {
    await rm(draft, { recursive: true, force: true }) // The same outputs are there already.
  }
  const stampDraft = join(cacheFolder, `stamp-${randomUUID()}.json`)
  await writeFile(stampDraft, JSON.stringify(stamp))
  await rename(stampDraft, join(cacheFolder, 'stamp.json'))
  if (previous && previous.hash !== stamp.hash) {
    await rm(join(cacheFolder, previous.hash), { recursive: true, force: true })
  }
}
