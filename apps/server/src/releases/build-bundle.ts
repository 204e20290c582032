import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleManifest, Diagnostic } from '@sampan/protocol'
import { openProjectFolder } from '@sampan/project-folder'
import type { BundleCache, BundleFiles } from './bundle-cache'
import { compileProject } from './compile-project'
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

  const outcome = await compileProject(project, appId)
  if (outcome.state === 'refused') return outcome
  const { manifest, files } = outcome
  await cache.write(appId, key, files)
  return { state: 'built', manifest, files, compiled: true }
}

function readManifest(files: BundleFiles): BundleManifest {
  return JSON.parse(Buffer.from(files.get('manifest.json')!).toString()) as BundleManifest
}
