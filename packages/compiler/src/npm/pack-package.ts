import type { Diagnostic } from '@sampan/protocol'
import { diagnose } from '../diagnostics/diagnose'
import { folderPrefix } from '../project/paths'
import type { SourceFiles } from '../source-files'
import { type BundledPackage, bundlePackage } from './bundle-package'
import { findEntry } from './node-resolution'
import { type PackageManifest, readManifest } from './package-manifest'

/** One package's files, relative to its folder in `miniprogram_npm`. */
export interface PackedPackage {
  files: Map<string, Uint8Array>
  /** Packages that it needs beside it. */
  needs: string[]
  diagnostics: Diagnostic[]
}

/**
 * A package of `node_modules` as it appears in `miniprogram_npm`: its `miniprogram` folder as it is, or else its
 * scripts in one `index.js`.
 */
export async function packPackage(name: string, folder: string, files: SourceFiles): Promise<PackedPackage> {
  const manifest = readManifest(`${folder}package.json`, files)
  if (!manifest || manifest === 'broken') {
    return failed('npm-manifest', { problem: 'The file is no JSON object' }, `${folder}package.json`)
  }
  const ready = folder + folderPrefix(manifest.miniprogram ?? 'miniprogram_dist')
  if (files.listFolder) {
    const copied = copyFolder(ready, files)
    if (copied.size > 0) return { files: copied, needs: manifest.dependencies, diagnostics: [] }
  } else if (manifest.miniprogram !== undefined)
    return failed('npm-unlistable', { name }, `${folder}package.json`)
  return bundle(name, folder, manifest, files)
}

function copyFolder(folder: string, files: SourceFiles): Map<string, Uint8Array> {
  const copied = new Map<string, Uint8Array>()
  for (const path of files.listFolder?.(folder) ?? []) {
    const inside = path.slice(folder.length)
    if (/(?:^|\/)(?:node_modules\/|\.)/.test(inside)) continue
    const content = files.read(path)
    if (content) copied.set(inside, content)
  }
  return copied
}

async function bundle(
  name: string,
  folder: string,
  manifest: PackageManifest,
  files: SourceFiles,
): Promise<PackedPackage> {
  const entry = findEntry(folder, manifest, files)
  const place = `${folder}package.json`
  if (entry === undefined) {
    // Packages of types have nothing to run.
    if (name.startsWith('@types/') || manifest.json.types !== undefined)
      return { files: new Map(), needs: [], diagnostics: [] }
    return failed('npm-entry-missing', { name, entry: manifest.main ?? 'index.js' }, place)
  }
  const bundled = await bundlePackage(entry, folder, files)
  if ('problem' in bundled) {
    const output = failed('npm-bundle', { name, problem: bundled.problem }, place)
    const message = `npm package ${name} could not be built: ${bundled.problem}`
    output.files.set('index.js', encode(`throw new Error(${JSON.stringify(message)});\n`))
    return output
  }
  return {
    files: new Map([['index.js', encode(bundled.code)]]),
    needs: [...bundled.packages],
    diagnostics: reportNodeModules(name, bundled, place),
  }
}

function reportNodeModules(name: string, { nodeModules }: BundledPackage, file: string): Diagnostic[] {
  return [...nodeModules].map((module) => diagnose('npm-node-module', { name, module }, { file }))
}

function failed(
  code: 'npm-manifest' | 'npm-unlistable' | 'npm-entry-missing' | 'npm-bundle',
  params: Record<string, string>,
  file: string,
): PackedPackage {
  return { files: new Map(), needs: [], diagnostics: [diagnose(code, params, { file })] }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
