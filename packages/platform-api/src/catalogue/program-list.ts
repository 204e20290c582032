import type { DomainKind } from '@sampan/protocol'
import type { LocalizedText } from '../localized-text'

/** Answer of `GET /api/catalogue?query=…`: programs whose name, in any language, contains the query; all without one. */
export interface ProgramList {
  programs: ProgramSummary[]
}

export type ProgramCategory = 'developer' | 'tools' | 'life'

/** What the super-app shows of a released program, and what it needs to open it. */
export interface ProgramSummary {
  appId: string
  name: LocalizedText
  intro: LocalizedText
  category: ProgramCategory
  /** Of the icon's ground, `#rrggbb`. */
  colour: string
  iconUrl: string
  version: string
  /** Folder of the released bundle; changes with its content. */
  bundleUrl: string
  sizeBytes: number
  /** Scopes that the program asks for, such as `scope.userLocation`, with the reason that it gives. */
  permissions: { scope: string; reason: string }[]
  /** Servers that the program may talk to. */
  domains: Record<DomainKind | 'webView', string[]>
  /** Who answers for it; not of programs that come with the platform. */
  owner?: string
  /** Null without one. */
  filingNumber?: string | null
  /** When this version went online, ISO 8601; not of programs that come with the platform. */
  releasedAt?: string
  /** Versions that went online before are left at once; null if none has to be. */
  leaveBefore?: string | null
  /** What its owner says to users while its service is paused; null while it is not. */
  pauseNotice?: string | null
}
