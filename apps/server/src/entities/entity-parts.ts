import type { Database } from '@sampan/database'
import type { EntityKind } from '@sampan/platform-api'
import type { Cipher } from '../documents/cipher'

/** What all of this area works with. */
export interface EntityParts {
  db: Database
  cipher: Cipher
  kinds: EntityKind[]
  now(): Date
}
