import type { Queries } from '@sampan/database'
import type { ProfileQuotas, Quota } from '@sampan/platform-api'
import type { EntityRow } from '../entities/store'
import { Refusal } from '../http/refusal'
import { type CountedChange, countChanges } from './change-store'
import { ALWAYS, type Period, periodOf, type ProfileLimits, quotaOf } from './rules/profile-limits'
import type { ProgramRow } from './store'

export interface QuotaQuestion {
  program: ProgramRow
  entity: Pick<EntityRow, 'kind'>
  limits: ProfileLimits
  now: Date
}

/** How often something may still be changed. */
export async function readQuota(
  queries: Queries,
  what: CountedChange,
  question: QuotaQuestion,
): Promise<Quota> {
  const { limit, period } = ruleOf(what, question)
  return quotaOf(await countChanges(queries, question.program.app_id, what, period), limit, period)
}

export async function readQuotas(queries: Queries, question: QuotaQuestion): Promise<ProfileQuotas> {
  const { count } = await queries
    .selectFrom('program_application')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('app_id', '=', question.program.app_id)
    .where('kind', '=', 'category')
    .executeTakeFirstOrThrow()
  return {
    name: await readQuota(queries, 'name', question),
    intro: await readQuota(queries, 'intro', question),
    avatar: await readQuota(queries, 'avatar', question),
    categoryChanges: await readQuota(queries, 'category', question),
    categories: { used: count, limit: question.limits.categories, renewsAt: null },
  }
}

const ERRCODES: Partial<Record<CountedChange, number>> = { intro: 53200, avatar: 53202, category: 53300 }

export async function requireQuota(
  queries: Queries,
  what: CountedChange,
  question: QuotaQuestion,
): Promise<void> {
  const { used, limit } = await readQuota(queries, what, question)
  if (used < limit) return
  const errcode = ERRCODES[what]
  throw new Refusal(
    { code: 'rule', rule: 'quota-used', ...(errcode !== undefined && { errcode }) },
    `The ${what} was changed ${used} times; the limit is ${limit}`,
  )
}

function ruleOf(
  what: CountedChange,
  { program, entity, limits, now }: QuotaQuestion,
): { limit: number; period: Period } {
  const month = periodOf('month', now, limits.utcOffsetMinutes)
  switch (what) {
    case 'intro':
      return { limit: limits.introPerMonth, period: month }
    case 'avatar':
      return { limit: limits.avatarPerMonth, period: month }
    case 'category':
      return { limit: limits.categoriesPerMonth, period: month }
    case 'name': {
      if (program.released_at === null) return { limit: limits.nameChangesBeforeRelease, period: ALWAYS }
      const { from, to } = periodOf('year', now, limits.utcOffsetMinutes)
      // What was changed before the release was counted there.
      const period = { from: program.released_at > from ? program.released_at : from, to }
      return { limit: entity.kind === 'individual' ? limits.nameChangesPerYear : 0, period }
    }
  }
}
