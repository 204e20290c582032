import type { Diagnostic } from '@sampan/protocol'
import { diagnose } from '../diagnostics/diagnose'
import { folderOf } from '../project/paths'
import type { SourceFiles } from '../source-files'
import { findPackageFolder } from './node-resolution'
import { findNpmTargets, type NpmTarget, type NpmTargetOptions } from './npm-targets'
import { packPackage, type PackedPackage } from './pack-package'
import { readManifest } from './package-manifest'

/** Root of the mini program, and `packNpmRelationList` (only if `packNpmManually` is on). */
export type NpmOptions = NpmTargetOptions

export interface NpmOutput {
  /** Files that appear in the project, below `miniprogram_npm` folders. Packages that are there already are left alone. */
  files: Map<string, Uint8Array>
  diagnostics: Diagnostic[]
}

export interface NpmBuilder {
  build(files: SourceFiles, options: NpmOptions): Promise<NpmOutput>
}

/**
 * "Build npm" of WeChat's tools, without writing anything: what is in `node_modules` and named in `dependencies`
 * becomes `miniprogram_npm`. A builder remembers packages as long as their package.json stays the same.
 */
export function createNpmBuilder(): NpmBuilder {
  const cache = new Map<string, { manifest: string; packed: PackedPackage }>()

  async function pack(name: string, folder: string, files: SourceFiles): Promise<PackedPackage> {
    const manifest = files.readText(`${folder}package.json`) ?? ''
    const known = cache.get(folder)
    if (known?.manifest === manifest) return known.packed
    const packed = await packPackage(name, folder, files)
    cache.set(folder, { manifest, packed })
    return packed
  }

  return {
    async build(files, options) {
      const output: NpmOutput = { files: new Map(), diagnostics: [] }
      for (const target of findNpmTargets(files, options)) await buildTarget(target, files, output, pack)
      return output
    },
  }
}

export function buildNpm(files: SourceFiles, options: NpmOptions): Promise<NpmOutput> {
  return createNpmBuilder().build(files, options)
}

type Pack = (name: string, folder: string, files: SourceFiles) => Promise<PackedPackage>

async function buildTarget(
  target: NpmTarget,
  files: SourceFiles,
  output: NpmOutput,
  pack: Pack,
): Promise<void> {
  const { manifestPath, outputFolder, isMain } = target
  const manifest = readManifest(manifestPath, files)
  if (manifest === undefined || manifest === 'broken') {
    const problem = manifest === 'broken' ? 'The file is no JSON object' : 'There is no such file'
    output.diagnostics.push(diagnose('npm-manifest', { problem }, { file: manifestPath }))
    return
  }
  const existing = findExisting(outputFolder, files)
  const seen = new Set<string>()

  /** Where a package lies and goes to, if it is to be packed now. */
  function plan({ name, from }: Wish): Plan[] {
    const folder = findPackageFolder(name, from, files)
    if (folder === undefined) {
      // What was built before, or belongs to a server beside the program, is not missed.
      if (isMain && existing.size === 0 && from === manifestPath) {
        const params = { name, manifest: folderOf(manifestPath) || './' }
        output.diagnostics.push(diagnose('npm-missing', params, placeOfDependency(name, manifestPath, files)))
      }
      return []
    }
    const destination = outputFolder + destinationOf(folder, folderOf(manifestPath))
    if (seen.has(folder) || existing.has(destination)) return []
    seen.add(folder)
    return [{ name, folder, destination }]
  }

  let wishes: Wish[] = manifest.dependencies.map((name) => ({ name, from: manifestPath }))
  while (wishes.length > 0) {
    const plans = wishes.flatMap(plan)
    const packed = await Promise.all(plans.map(({ name, folder }) => pack(name, folder, files)))
    wishes = []
    for (const [index, { destination, folder }] of plans.entries()) {
      const { files: added, diagnostics, needs } = packed[index]!
      for (const [path, content] of added) output.files.set(destination + path, content)
      output.diagnostics.push(...diagnostics)
      for (const name of needs) wishes.push({ name, from: `${folder}package.json` })
    }
  }
}

/** A dependency of the package.json in `from`. */
interface Wish {
  name: string
  from: string
}

interface Plan {
  name: string
  /** In `node_modules`. */
  folder: string
  /** In `miniprogram_npm`. */
  destination: string
}

/** Folders of packages that the project already has in `miniprogram_npm`. */
function findExisting(outputFolder: string, files: SourceFiles): Set<string> {
  const prefix = `${outputFolder}miniprogram_npm/`
  const folders = new Set<string>()
  for (const path of files.list()) {
    if (!path.startsWith(prefix)) continue
    const [scope = '', name = ''] = path.slice(prefix.length).split('/')
    folders.add(`${prefix}${scope.startsWith('@') ? `${scope}/${name}` : scope}/`)
  }
  return folders
}

/** `node_modules/a/node_modules/b/` → `miniprogram_npm/a/miniprogram_npm/b/`. A package from further up goes on top. */
function destinationOf(folder: string, manifestFolder: string): string {
  const below = folder.startsWith(`${manifestFolder}node_modules/`)
    ? folder.slice(manifestFolder.length)
    : folder.slice(folder.indexOf('node_modules/'))
  return below.replaceAll('node_modules/', 'miniprogram_npm/')
}

function placeOfDependency(name: string, manifestPath: string, files: SourceFiles) {
  const before = files.readText(manifestPath)?.split(`"${name}"`)
  if (!before || before.length < 2) return { file: manifestPath }
  const lines = before[0]!.split('\n')
  return { file: manifestPath, line: lines.length, column: lines.at(-1)!.length + 1 }
}
