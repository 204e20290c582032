import type { Diagnostic } from '@sampan/protocol'

export { compileScript } from './compile-script'
export { resolveModule } from './resolve-module'

export interface ScriptOptions {
  minify: boolean
  sourceMap: boolean
}

export interface ScriptOutput {
  /** Body of a `ModuleFactory`: CommonJS that uses `require`, `module`, `exports`. */
  code: string
  /** Source map of `code` (version 3 JSON), if asked for. */
  map?: string
  /** Literal arguments of `require`, `import`, `require.async`, in order of appearance. */
  requires: { specifier: string; line: number; column: number; async: boolean }[]
  diagnostics: Diagnostic[]
}

export interface ResolveOptions {
  /** Root of the mini program inside the files, '' or ending with `/`. */
  root: string
  /** `resolveAlias` of app.json. */
  alias: Record<string, string>
}
