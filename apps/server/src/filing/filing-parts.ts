import type { Database, JobKind } from '@sampan/database'
import type { Cipher } from '../documents/cipher'
import type { FaceProvider } from './face-provider'
import type { FilingLimits } from './rules/filing-limits'

/** What all of this area works with. */
export interface FilingParts {
  db: Database
  cipher: Cipher
  limits: FilingLimits
  face: FaceProvider
  /** Sends a code of the ministry. */
  smsJob: JobKind<{ checkId: string }>
  now(): Date
}
