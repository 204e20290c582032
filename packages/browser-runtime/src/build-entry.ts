import { basename, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, BuildResult } from 'esbuild'
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
}

export interface EntryOutput {
  /** File name → content. */
  files: Map<string, Uint8Array>
  /** Absolute paths of every file that went into the build. */
  inputs: string[]
}

/** Nothing is written to `outdir`: names of outputs are relative to it, and source maps speak from there. */
export async function buildEntry(
  entry: BundleEntry,
  options: BuildOptions,
  outdir: string,
): Promise<EntryOutput> {
  const given = { ...options, metafile: true, write: false, outdir } as const
  const results = entry.parts
    ? await buildInParts(entry, entry.parts, given)
    : [await buildWhole(entry, given)]
  const inputs = new Set<string>()
  const files = new Map<string, Uint8Array>()
  for (const { metafile, outputFiles } of results) {
    for (const path of Object.keys(metafile.inputs)) if (!isVirtual(path)) inputs.add(resolve(path))
    for (const { path, contents } of outputFiles) files.set(relative(outdir, path), contents)
  }
  return { files, inputs: [...inputs] }
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
    chunkNames: `${name}-[name]-[hash]`,
  })
}

/**
 * Builds the first script, sees what the parts import of it, and builds it again so that it shares that: which may
 * bring more modules into it.
 */
async function buildInParts(
  entry: BundleEntry,
  parts: Record<string, string>,
  options: GivenOptions,
): Promise<Built[]> {
  const entryPoints = Object.fromEntries(
    Object.entries(parts).map(([part, file]) => [`${entry.name}-${part}`, file]),
  )
  for (let shared: SharedName[] = []; ;) {
    const first = await build({
      ...options,
      entryPoints: { [entry.name]: entry.file },
      format: 'iife',
      plugins: [shareNames(entry.file, shared)],
    })
    const own = await listExports(modulesOf(first), options)
    const missing = (await findSharedNames(entryPoints, own, options)).filter(
      ({ module, name }) => !shared.some((known) => known.module === module && known.name === name),
    )
    if (missing.length > 0) {
      shared = [...shared, ...missing]
      continue
    }
    const late = await build({
      ...options,
      entryPoints,
      format: 'iife',
      plugins: [takeSharedNames(own, shared)],
    })
    refuseDoubles(late)
    return [first, late]
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
function refuseDoubles({ metafile }: Built): void {
  const places = new Map<string, string>()
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0 || isVirtual(path)) continue
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
