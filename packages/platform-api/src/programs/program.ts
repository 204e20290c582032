import type { ApplicationState } from '../applications/application'
import type { EntityKindCode } from '../entities/entity-kind'
import type { RegistrationState } from '../entities/registration'
import type { MemberPermission, MemberRole } from '../members/member-role'
import type { DataRegion } from './profile'

/** What a mini program has to have before anything of it can be submitted for review. */
export type ProgramGap =
  | 'name'
  | 'intro'
  | 'avatar'
  /** No category that has been approved. */
  | 'category'
  /** Overseas owners say where the data of users is kept. */
  | 'data-region'
  /** The registration of its owner lapsed. */
  | 'entity'

/** A line of the list of programs that one works on or tries. */
export interface ProgramListItem {
  appId: string
  /** Empty until it has one. */
  name: string
  /** Path of the picture; null until it has one. */
  avatarUrl: string | null
  entityName: string
  /** What whoever asks is to it. */
  roles: MemberRole[]
  /** Whether a version of it was ever released. */
  isReleased: boolean
  createdAt: string
}

/** Answer of `GET /api/programs?query=&before=&limit=`, the newest first. */
export interface ProgramPage {
  programs: ProgramListItem[]
  /** To be given as `before` for those that follow; null after the last. */
  next: string | null
}

/** Answer of `GET /api/programs/:appId`, and of every change of one. */
export interface Program extends ProgramListItem {
  intro: string
  /** Its owner. */
  entity: { id: string; kind: EntityKindCode; name: string; state: RegistrationState }
  /** Where the data of its users is kept; null as long as nobody said so. */
  dataRegion: DataRegion | null
  /** Those that it has, and those that are applied for: see `Application`. */
  categories: { applicationId: string; id: string; state: ApplicationState }[]
  /** What whoever asks may do with it. */
  permissions: MemberPermission[]
  /** What is missing before a version can be submitted, in the order in which the console asks for it. */
  missing: ProgramGap[]
  /** ISO 8601; null before the first release. */
  releasedAt: string | null
  /** To be given back with every change. */
  revision: number
}
