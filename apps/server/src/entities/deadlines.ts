import { type AnyJobKind, defineJob, type Queries, type Schedule } from '@sampan/database'
import type { RegistrationAction } from '@sampan/platform-api'
import * as z from 'zod'
import { notify } from '../notices/notify'
import type { EntityParts } from './entity-parts'
import { entityName } from './entity-name'
import { advance } from './registration'

/** Looked at each minute: whoever waits for one of these should not wait much longer than promised. */
const EVERY_MINUTE = '* * * * *'
const MOST_AT_ONCE = 200

const ENDS: readonly { state: 'verifying' | 'approved'; action: RegistrationAction }[] = [
  { state: 'verifying', action: 'expire' },
  { state: 'approved', action: 'lapse' },
]

/** What happens to registrations by itself: verification that nobody finished, yearly reviews, papers nobody needs. */
export function createRegistrationDeadlines(parts: EntityParts): {
  kinds: AnyJobKind[]
  schedules: Schedule[]
} {
  const deadlines = defineJob('registration-deadlines', z.object({}), (_payload, run) =>
    run.commit((tx) => keepDeadlines(tx, parts)),
  )
  return { kinds: [deadlines], schedules: [{ kind: deadlines, cron: EVERY_MINUTE, payload: {} }] }
}

/** In one transaction; what is left over is for the next time. */
export async function keepDeadlines(tx: Queries, { kinds, now }: EntityParts): Promise<void> {
  for (const { state, action } of ENDS) {
    const rows = await tx
      .selectFrom('entity')
      .selectAll()
      .where('state', '=', state)
      .where('due_at', '<=', now())
      .orderBy('due_at')
      .limit(MOST_AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const row of rows) {
      const kind = kinds.find(({ code }) => code === row.kind)
      if (!kind) throw new Error(`no rules for entities of kind ${row.kind}`)
      await advance(tx, { row, kind, action, actor: 'clock', userId: undefined, now: now() })
      await notify(tx, {
        userId: row.administrator_id,
        kind: `registration-${action}`,
        params: { name: entityName(row) },
        link: `/account/entities/${row.id}`,
      })
    }
  }
  await tx.deleteFrom('entity_document').where('delete_after', '<=', now()).execute()
}
