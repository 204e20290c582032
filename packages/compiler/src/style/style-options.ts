import type { Diagnostic } from '@sampan/protocol'

export interface StyleOptions {
  /** Class prefix, '' for the app and pages: `.a` becomes `.<scope>--a`. */
  scope: string
  /** Root of the mini program inside `files`, '' or ending with `/`. Absolute imports start there. */
  root: string
  minify: boolean
  /** `setting.useCompilerPlugins`: `less`, `sass`. */
  plugins: ReadonlySet<string>
}

export interface StyleOutput {
  /** With imports inlined, rpx turned to vw, tags to `wx-<tag>`, `page` to `body`, asset URLs relative to the root. */
  css: string
  /** Every file that went into it, the entry first. */
  dependencies: string[]
  diagnostics: Diagnostic[]
  /** Local files that the style sheet shows, relative to the root. They need not exist. */
  assets: string[]
  /** Paths of files that do not exist and would change the outcome if they did. */
  missing: string[]
}
