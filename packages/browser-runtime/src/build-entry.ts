import { basename, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, BuildResult } from 'esbuild'
import { keepEntryWhole } from './keep-entry-whole'
import { findSharedNames, listExports, shareNames, takeSharedNames } from './shared-names'
import type { SharedName } from './shared-names'

export interface BundleEntry {
  /** The output is `<name>.js`. */
  name: string
  /** Absolute path of the entry module. */
  file: string
  format: 'iife' | 'esm'
  /**
   * Classic scripts that this one loads when they are first needed: part → absolute path of its entry module. The
   * output is `<name>-<part>.js`. A part imports what it likes: what the first script has anyway is taken from there.
   */
  parts?: Record<string, string>
  /** Absolute paths of modules without state of their own, of which parts may have a copy each. */
  copied?: string[]
  /** What its sources need beside the options of all. */
  options?: BuildOptions
}

export interface EntryOutput {
  /** File name → content. */
  files: Map<string, Uint8Array>
  /** Absolute paths of every file that went into the build. */
  inputs: string[]
  /** Names of files that `<name>.js` imports at once: a page may preload them. */
  imports: string[]
}

/** Nothing is written to `outdir`: names of outputs are relative to it, and source maps speak from there. */
export async function buildEntry(
  entry: BundleEntry,
  options: BuildOptions,
  outdir: string,
): Promise<EntryOutput> {
  const given = { ...options, ...entry.options, metafile: true, write: false, outdir } as const
  const results = entry.parts
    ? await buildInParts(entry, entry.parts, given)
    : [await buildWhole(entry, given)]
  const inputs = new Set<string>()
  const files = new Map<string, Uint8Array>()
  for (const { metafile, outputFiles } of results) {
    for (const path of Object.keys(metafile.inputs)) if (!isVirtual(path)) inputs.add(resolve(path))
    for (const { path, contents } of outputFiles) files.set(relative(outdir, path), contents)
  }
  return { files, inputs: [...inputs], imports: importsOf(entry, results[0]!) }
}

function importsOf({ name }: BundleEntry, { metafile }: Built): string[] {
  return Object.entries(metafile.outputs)
    .filter(([path]) => basename(path) === `${name}.js`)
    .flatMap(([, { imports }]) => imports)
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => basename(path))
}

type GivenOptions = BuildOptions & { metafile: true; write: false; outdir: string }
type Built = BuildResult<GivenOptions>

function buildWhole({ name, file, format }: BundleEntry, options: GivenOptions): Promise<Built> {
  return build({
    ...options,
    entryPoints: { [name]: file },
    format,
    // What is imported when it is needed stays in files of its own.
    splitting: format === 'esm',
    plugins: format === 'esm' ? [keepEntryWhole(file)] : [],
    chunkNames: `${name}-[name]-[hash]`,
  })
}

/**
 * Sees which modules the first script has and what the parts use of them, and builds it so that it shares that: which
 * may bring more modules into it.
 */
async function buildInParts(
  entry: BundleEntry,
  parts: Record<string, string>,
  options: GivenOptions,
): Promise<Built[]> {
  const rough = { ...options, minify: false, sourcemap: false }
  const entryPoints = Object.fromEntries(
    Object.entries(parts).map(([part, file]) => [`${entry.name}-${part}`, file]),
  )
  const buildFirst = (shared: SharedName[], given: GivenOptions) =>
    build({
      ...given,
      entryPoints: { [entry.name]: entry.file },
      format: 'iife',
      plugins: [shareNames(entry.file, shared), ...(options.plugins ?? [])],
    })

  const modules = new Set(modulesOf(await buildFirst([], rough)))
  for (;;) {
    const own = await listExports([...modules], rough)
    const shared = await findSharedNames(entryPoints, own, rough)
    const [first, late] = await Promise.all([
      buildFirst(shared, options),
      build({
        ...options,
        entryPoints,
        format: 'iife',
        plugins: [takeSharedNames(own, shared), ...(options.plugins ?? [])],
      }),
    ])
    const isWhole = modulesOf(first).every((path) => modules.has(path))
    if (isWhole) {
      refuseDoubles(late, new Set([...own.keys(), ...(entry.copied ?? [])]))
      return [first, late]
    }
    for (const path of modulesOf(first)) modules.add(path)
  }
}

/** Modules with code in the output. */
function modulesOf({ metafile }: Built): string[] {
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 && !isVirtual(path) ? [resolve(path)] : [],
    ),
  )
}

/** A module in two scripts would have two states, and two classes of the same name. */
function refuseDoubles({ metafile }: Built, allowed: ReadonlySet<string>): void {
  const places = new Map<string, string>()
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0 || isVirtual(path) || allowed.has(resolve(path))) continue
      const other = places.get(path)
      if (other !== undefined) {
        throw new Error(
          `${path} is in ${basename(other)} and in ${basename(output)}: put what needs it into one part, or import it in the first script`,
        )
      }
      places.set(path, output)
    }
  }
}

function isVirtual(path: string): boolean {
  return path.startsWith('sampan:')
}
