import type { StepRecord } from '../process/process-record'

export type ReleaseState =
  /** A part of the users has it; the others have what is online. */
  | 'gradual'
  | 'online'
  | 'replaced'
  /** Given up before everybody had it. */
  | 'cancelled'

export type ReleaseAction =
  | 'release'
  /** To a part of the users first. */
  | 'begin'
  | 'widen'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'roll-back'
  | 'pause-service'
  | 'resume-service'

export interface Release {
  id: string
  versionId: string
  /** Of the version, as its uploader named it. */
  number: string
  remark: string
  state: ReleaseState
  /** Of the users that have it. */
  percent: number
  isPaused: boolean
  membersFirst: boolean
  isRollback: boolean
  /** Name of whoever released it. */
  by: string
  createdAt: string
  onlineAt: string | null
}

/**
 * Answer of `GET /api/programs/:appId/releases` and of all that changes them:
 * `POST …/releases {versionId, percent, membersFirst}` releases what was approved, to all with 100;
 * `POST …/releases/:id/steps {action: 'widen', percent} | {action: 'pause' | 'resume' | 'cancel'}`;
 * `POST …/releases/:id/roll-back` brings an earlier one back; `PUT …/service {isPaused, pauseNotice, isSearchable,
 * minimumReleaseId}`. Releasing, going back and pausing the service are confirmed by a scan.
 *
 * Refusals by `rule`: `not-approved`, `nothing-online`, `release-running` (87011), `percent-only-up`,
 * `no-rollback` (87012), `filing-missing` (86369), `notice-missing`.
 */
export interface Releasing {
  /** Waits to be released; null if nothing does. */
  approved: { versionId: string; number: string; remark: string } | null
  gradual: Release | null
  online: Release | null
  /** That one may go back to now, the latest first. */
  earlier: Release[]
  service: { isPaused: boolean; pauseNotice: string; isSearchable: boolean; minimumReleaseId: string | null }
  history: StepRecord<string, ReleaseAction>[]
}
