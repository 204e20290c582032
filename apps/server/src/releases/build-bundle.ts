import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleManifest, Diagnostic } from '@sampan/protocol'
import { openExtendedLibraries, openProjectFolder } from '@sampan/project-folder'
import type { BundleCache, BundleFiles } from './bundle-cache'
import { hashProject } from './source-key'

export type BundleOutcome =
  | { state: 'built'; manifest: BundleManifest; files: BundleFiles; compiled: boolean }
  | { state: 'refused'; code: 'folder' | 'noApp' }
  | { state: 'refused'; code: 'errors'; diagnostics: Diagnostic[] }
  | { state: 'refused'; code: 'appId'; found: string }

export interface BuildRequest {
  appId: string
  /** Absolute. */
  folder: string
  /** Of `hashCompiler`. */
  compilerKey: string
  cache: BundleCache
}

/** The bundle of a project folder, compiled unless the same sources were compiled before. */
export async function buildBundle(request: BuildRequest): Promise<BundleOutcome> {
  const { appId, folder, cache } = request
  if (!existsSync(folder)) return { state: 'refused', code: 'folder' }
  const project = openProjectFolder(folder)
  const key = hashProject(project, request.compilerKey)
  const kept = await cache.read(appId, key)
  if (kept) return { state: 'built', manifest: readManifest(kept), files: kept, compiled: false }
  if (!existsSync(join(folder, 'app.json')) && !project.has('project.config.json')) {
    return { state: 'refused', code: 'noApp' }
  }

  // A start that finds everything in the cache need not load the compiler.
  const { createCompiler } = await import('@sampan/compiler')
  const extendedLibraries = openExtendedLibraries()
  const result = await createCompiler({ files: project, extendedLibraries, minify: true }).build()
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || !result.manifest) {
    return { state: 'refused', code: 'errors', diagnostics: errors }
  }
  if (result.manifest.appId !== appId) {
    return { state: 'refused', code: 'appId', found: result.manifest.appId }
  }
  const files: BundleFiles = new Map(
    [...result.files].map(([path, content]) => [path, toBytes(content)] as const),
  )
  await cache.write(appId, key, files)
  return { state: 'built', manifest: result.manifest, files, compiled: true }
}

function readManifest(files: BundleFiles): BundleManifest {
  return JSON.parse(Buffer.from(files.get('manifest.json')!).toString()) as BundleManifest
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}
