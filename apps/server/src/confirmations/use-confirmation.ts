import type { Queries } from '@sampan/database'
import type { ConfirmationSubject } from '@sampan/platform-api'
import { Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { takeConfirmation } from './store'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Uses up the confirmation that the request brings, in the transaction of what it confirms. Without one for exactly
 * this, the request is refused and told what to confirm.
 */
export async function useConfirmation(
  tx: Queries,
  { session, confirmationId }: Asker,
  { action, subject, now }: ConfirmationSubject & { now: Date },
): Promise<void> {
  if (confirmationId !== undefined && UUID.test(confirmationId)) {
    const wanted = { id: confirmationId, userId: session.userId, action, subject, now }
    if (await takeConfirmation(tx, wanted)) return
  }
  throw new Refusal({ code: 'confirm-first', confirm: { action, subject } }, 'Confirm it with the super-app')
}
