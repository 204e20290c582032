import type { Diagnostic, DomainKind } from '@sampan/protocol'

export type VersionState = 'compiling' | 'ready' | 'failed'

/** Why an upload did not become a version. `bundle-differs`: the server compiled something else than its uploader. */
export type VersionFailure =
  | 'errors'
  | 'app-id'
  | 'time'
  | 'memory'
  | 'bundle-size'
  | 'crash'
  | 'bundle-differs'
  | 'package-too-large'
  | 'program-too-large'

/** What was uploaded. Of each uploader a program has one development version: the latest. */
export interface ProgramVersion {
  id: string
  appId: string
  purpose: 'development' | 'preview'
  state: VersionState
  number: string
  remark: string
  uploader: { userId: string; name: string } | { robot: number }
  isTrial: boolean
  packages: { id: string; root: string; sizeBytes: number }[]
  sizeBytes: number
  failure: { code: VersionFailure; detail: string; diagnostics: Diagnostic[] } | null
  /** Of the compiler that the server has. */
  compilerVersion: string
  createdAt: string
  expiresAt: string | null
  /** Where whoever may opens it in the super-app. */
  url: string
}

/** Answer of `GET /api/programs/:appId/open-version?version=trial|<id>`. */
export interface VersionOpening {
  appId: string
  versionId: string
  envVersion: 'develop' | 'trial'
  name: string
  /** Path of the picture; null until it has one. */
  avatarUrl: string | null
  number: string
  /** Folder of the bundle; good for whoever asked, for a few hours. */
  bundleUrl: string
  startPath: string
  sizeBytes: number
  /** Servers that it may talk to, and sites that it may show. */
  domains: Record<DomainKind | 'webView', string[]>
}
