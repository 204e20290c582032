/**
 * Bundles the command line's sources with those of our packages into apps/cli/dist, unless that was done since the last
 * change. Loading TypeScript file by file would cost every start several times as long.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const APP = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(APP, 'dist')
const STAMP = join(DIST, 'stamp.json')
/** Earlier bundles may still be running and load more of themselves, or have been made by a process beside this one. */
const KEPT_MS = 60 * 60_000

/** Resolves to the URL of the bundle's main module. */
export async function bundleSources() {
  return findFresh() ?? (await build())
}

function findFresh() {
  try {
    const { main, modifiedMs } = JSON.parse(readFileSync(STAMP, 'utf8'))
    const isFresh = Object.entries(modifiedMs).every(([path, time]) => statSync(path).mtimeMs === time)
    return isFresh && statSync(main) ? pathToFileURL(main).href : undefined
  } catch {
    return undefined // Nothing there yet, or a source has gone.
  }
}

async function build() {
  const esbuild = await import('esbuild')
  const folder = join(DIST, `bundle-${Date.now()}-${process.pid}`)
  const { metafile } = await esbuild.build({
    entryPoints: { main: join(APP, 'src/main.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'error',
    plugins: [librariesStayOutside, sourcesKeepTheirPlace],
  })
  const inputs = [...Object.keys(metafile.inputs), fileURLToPath(import.meta.url)].map((path) =>
    resolve(path),
  )
  const stamp = {
    main: join(folder, 'main.js'),
    modifiedMs: Object.fromEntries(inputs.map((path) => [path, statSync(path).mtimeMs])),
  }
  const draft = join(folder, 'stamp.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(draft, JSON.stringify(stamp))
  renameSync(draft, STAMP)
  removeOldBundles()
  return pathToFileURL(stamp.main).href
}

function removeOldBundles() {
  for (const name of readdirSync(DIST)) {
    const madeAtMs = Number(/^bundle-(\d+)-/.exec(name)?.[1])
    if (Date.now() - madeAtMs > KEPT_MS) rmSync(join(DIST, name), { recursive: true, force: true })
  }
}

/** Our packages are bundled, libraries are loaded from node_modules, from where their importer would load them. */
const librariesStayOutside = {
  name: 'libraries-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (path.startsWith('@sampan/') || path.startsWith('node:') || pluginData || kind === 'entry-point')
        return undefined
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: true })
      if (found.errors.length > 0) return { errors: found.errors }
      return {
        path: found.path.startsWith('/') ? pathToFileURL(found.path).href : found.path,
        external: true,
      }
    })
  },
}

/** `import.meta.url` goes on to be the source's own, from which files beside it are found. */
const sourcesKeepTheirPlace = {
  name: 'sources-keep-their-place',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      return {
        contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        loader: 'ts',
      }
    })
  },
}
