import type { Queries } from '@sampan/database'
import type { FilingLimits } from './rules/filing-limits'
import { type FilingRow, listFiledOf } from './store'
import { takeFilingStep } from './take-filing-step'

/** Whoever takes back the owner's filing takes back those of all its programs. */
export async function finishCancelling(
  tx: Queries,
  row: FilingRow,
  { limits, now }: { limits: FilingLimits; now: Date },
): Promise<void> {
  if (row.kind !== 'cancel-entity') return
  for (const other of await listFiledOf(tx, row.entity_id)) {
    if (other.state !== 'filed') continue
    await takeFilingStep(tx, {
      row: other,
      action: 'cancel-at-once',
      actor: 'ministry',
      userId: undefined,
      change: { kind: 'cancel-entity' },
      limits,
      now,
    })
  }
}
