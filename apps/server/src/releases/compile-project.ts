import type { SourceFiles } from '@sampan/compiler'
import { openExtendedLibraries } from '@sampan/project-folder'
import type { BundleManifest, Diagnostic } from '@sampan/protocol'
import type { BundleFiles } from './bundle-cache'

export type CompileOutcome =
  | { state: 'built'; manifest: BundleManifest; files: BundleFiles; diagnostics: Diagnostic[] }
  | { state: 'refused'; code: 'errors'; diagnostics: Diagnostic[] }
  | { state: 'refused'; code: 'appId'; found: string }

/** A program as it is released: minified, without source maps. A project with errors is none. */
export async function compileProject(files: SourceFiles, appId: string): Promise<CompileOutcome> {
  // A start that finds everything in the cache need not load the compiler.
  const { createCompiler } = await import('@sampan/compiler')
  const extendedLibraries = openExtendedLibraries()
  const result = await createCompiler({ files, extendedLibraries, minify: true }).build()
  const { diagnostics, manifest } = result
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || !manifest) return { state: 'refused', code: 'errors', diagnostics: errors }
  if (manifest.appId !== appId) return { state: 'refused', code: 'appId', found: manifest.appId }
  const contents = [...result.files].map(([path, content]) => [path, toBytes(content)] as const)
  return { state: 'built', manifest, files: new Map(contents), diagnostics }
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}
