export type DatabaseErrorCode =
  /** No PostgreSQL for this system came with npm, or it does not run here. */
  | 'no-binaries'
  | 'folder-not-writable'
  | 'folder-in-use'
  /** The folder belongs to another major version of PostgreSQL. */
  | 'folder-of-other-version'
  /** Something that is no database of ours lies in the folder. */
  | 'folder-not-empty'
  | 'disk-full'
  | 'start-failed'
  /** The embedded server ended by itself; it is started again. */
  | 'server-died'
  | 'cannot-connect'
  | 'server-too-old'
  | 'migration-changed'
  | 'migration-missing'
  | 'migration-out-of-order'
  | 'migration-invalid'
  | 'migration-failed'
  | 'backup-external'
  | 'backup-exists'
  | 'backup-damaged'
  | 'backup-of-other-version'
  | 'job-invalid'
  /** No server has offered to run jobs of this kind yet. */
  | 'job-unknown'
  /** Another worker has taken the job over, or it is done: its effect must not happen here. */
  | 'job-lost'

/** What an operator can do something about: `code` for programs (and translations), `message` says what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}
