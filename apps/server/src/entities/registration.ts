import type { Queries } from '@sampan/database'
import type {
  EntityKind,
  RegistrationAction,
  RegistrationState,
  VerificationRoute,
} from '@sampan/platform-api'
import { Refusal } from '../http/refusal'
import { recordStep } from '../process/history'
import { takeStep } from '../process/steps'
import { dueAfterWorkingDays, WEEKENDS_ONLY } from '../process/working-days'
import { firstAction, REGISTRATION_STEPS, type RegistrationActor } from './rules/registration-steps'
import { type EntityChange, type EntityRow, updateEntity } from './store'

/** Of a registration's review. */
const REVIEW_WORKING_DAYS = 2
const DAY_MS = 24 * 3600_000
const YEAR_DAYS = 365
/** After a decision that ends the registration, in case it is appealed against. */
const KEEP_DOCUMENTS_DAYS = 30
const ENDED: ReadonlySet<RegistrationState> = new Set(['approved', 'refused', 'expired'])

export interface Advance {
  row: EntityRow
  kind: EntityKind
  /** `hand-in` is whichever action the chosen route begins with. */
  action: RegistrationAction | 'hand-in'
  route?: VerificationRoute
  actor: RegistrationActor
  userId: string | undefined
  reason?: string
  now: Date
}

/** Takes one step of a registration and writes it down. Throws a Refusal if it cannot be taken now, or by this one. */
export async function advance(tx: Queries, request: Advance): Promise<EntityRow> {
  const { row, kind, actor, userId, now, reason = '' } = request
  const route = request.route ?? (row.verification_route as VerificationRoute | null) ?? 'none'
  const action = request.action === 'hand-in' ? firstAction(route) : request.action
  const outcome = takeStep(REGISTRATION_STEPS, row.state, action, actor)
  if (!('to' in outcome)) {
    throw new Refusal(
      outcome.refused === 'not-yours' ? 'forbidden' : 'not-now',
      `${action} is not possible while it is ${row.state}; possible: ${outcome.possible.join(', ') || 'nothing'}`,
    )
  }
  const change: EntityChange = { state: outcome.to, due_at: dueAt(outcome.to, kind, route, now) }
  if (request.action === 'hand-in') Object.assign(change, { verification_route: route, submitted_at: now })
  if (outcome.to === 'approved') change.approved_at = now
  const saved = await save(tx, row, change)
  await tx
    .updateTable('entity_document')
    .set({
      delete_after: ENDED.has(outcome.to) ? new Date(now.getTime() + KEEP_DOCUMENTS_DAYS * DAY_MS) : null,
    })
    .where('entity_id', '=', row.id)
    .execute()
  await recordStep(tx, {
    process: 'registration',
    subjectId: row.id,
    action,
    from: row.state,
    to: outcome.to,
    actor,
    userId,
    reason,
  })
  return saved
}

/** What one may do with a registration in this state, apart from handing it in. */
export function possibleActions(state: RegistrationState, actor: RegistrationActor): RegistrationAction[] {
  const actions = REGISTRATION_STEPS.filter((step) => step.from.includes(state) && step.by.includes(actor))
  return [...new Set(actions.map(({ action }) => action))]
}

async function save(tx: Queries, row: EntityRow, change: EntityChange): Promise<EntityRow> {
  try {
    const saved = await updateEntity(tx, row, change)
    if (saved) return saved
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '23505' || constraint !== 'entity_certificate') throw error
    throw new Refusal(
      { code: 'rule', rule: 'certificate-in-use' },
      'Another account has been approved for this certificate',
    )
  }
  throw new Refusal('changed', 'Somebody changed it meanwhile')
}

function dueAt(
  state: RegistrationState,
  { verification }: EntityKind,
  route: VerificationRoute,
  now: Date,
): Date | null {
  switch (state) {
    case 'in-review':
      return dueAfterWorkingDays(now, REVIEW_WORKING_DAYS, WEEKENDS_ONLY)
    case 'verifying': {
      const { withinDays } = verification.find((each) => each.route === route)!
      return withinDays === undefined ? null : new Date(now.getTime() + withinDays * DAY_MS)
    }
    case 'approved':
      return new Date(now.getTime() + YEAR_DAYS * DAY_MS)
    default:
      return null
  }
}
