import type { Generated, Kysely } from 'kysely'
import type { ConfirmationTables } from './schema/confirmation-tables'
import type { DeviceTables } from './schema/device-tables'
import type { DomainTables } from './schema/domain-tables'
import type { EntityTables } from './schema/entity-tables'
import type { FilingTables } from './schema/filing-tables'
import type { IdentityTables } from './schema/identity-tables'
import type { MemberTables } from './schema/member-tables'
import type { ProfileTables } from './schema/profile-tables'
import type { ProgramTables } from './schema/program-tables'
import type { ReleaseTables } from './schema/release-tables'
import type { ReviewTables } from './schema/review-tables'
import type { VersionTables } from './schema/version-tables'

/**
 * The tables of `packages/database/migrations` as queries see them. An area that adds tables adds an interface of
 * its own beside this file and names it here.
 */
export type Schema = JobTables &
  IdentityTables &
  EntityTables &
  ProgramTables &
  ConfirmationTables &
  MemberTables &
  ProfileTables &
  VersionTables &
  DeviceTables &
  DomainTables &
  FilingTables &
  ReleaseTables &
  ReviewTables

/** What asks: the whole database, or one transaction. */
export type Queries = Kysely<Schema>

/** 0001-jobs.sql */
export interface JobTables {
  job_worker: { id: Generated<number>; started_at: Generated<Date> }
  job_run: { job_id: string; kind: string; worker_id: number }
}
