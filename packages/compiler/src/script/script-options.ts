import type { Diagnostic } from '@sampan/protocol'

export interface ScriptOptions {
  minify: boolean
  sourceMap: boolean
  /** What source maps call the file; its path if absent. */
  sourceName?: string
}

export interface ScriptOutput {
  /**
   * Body of a `ModuleFactory`: CommonJS that uses `require`, `module`, `exports`. `this` must be `module.exports`. It is
   * sound JavaScript: a file with a syntax error becomes a module that throws it. End it with a line break.
   */
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
