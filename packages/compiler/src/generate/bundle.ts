import { createHash } from 'node:crypto'
import type { BundleManifest } from '@sampan/protocol'
import type { BuildContext } from '../build-context'
import { collectAssets } from './collect-assets'
import { type FileMeter, createFileMeter } from './file-facts'
import { ASSETS, makeManifest } from './manifest'
import { type LinkedProgram, divideIntoPackages } from './package-contents'
import { type BundleFiles, createPackageWriter, writeWorkerScript } from './write-package'

export interface Bundle {
  manifest: BundleManifest
  /** The bundle folder: path → content. */
  files: BundleFiles
}

export interface BundleGenerator {
  generate(context: BuildContext, program: LinkedProgram, scopes: Map<string, string>): Bundle
}

/** Puts bundles together. Packages and files that are as they were in the last one are taken over. */
export function createBundleGenerator(): BundleGenerator {
  const writer = createPackageWriter()
  const meter = createFileMeter()
  return {
    generate(context, program, scopes) {
      const files: BundleFiles = new Map()
      const add = (more: BundleFiles) => more.forEach((content, path) => files.set(path, content))
      for (const contents of divideIntoPackages(context, program)) add(writer.write(contents, context))
      add(writeWorkerScript(program.workerModules))
      add(readAssets(context))
      const manifest = makeManifest(context, program, scopes, files, meter)
      manifest.hash = hashBundle(files, manifest, meter)
      files.set('manifest.json', JSON.stringify(manifest))
      return { manifest, files }
    },
  }
}

function readAssets(context: BuildContext): BundleFiles {
  const files: BundleFiles = new Map()
  for (const path of collectAssets(context)) {
    const content = context.files.read(context.project.root + path)
    if (content) files.set(ASSETS + path, content)
  }
  return files
}

/** Of everything else in the manifest, and of every file. */
function hashBundle(files: BundleFiles, manifest: BundleManifest, meter: FileMeter): string {
  const hash = createHash('sha256').update(JSON.stringify(manifest))
  for (const path of [...files.keys()].sort()) {
    hash.update(`\0${path}\0`).update(meter.measure(path, files.get(path)!).digest)
  }
  return hash.digest('hex')
}
