import type { Queries } from '@sampan/database'
import type { EntityKindCode } from '@sampan/platform-api'
import { Refusal } from '../http/refusal'
import { needsFiling } from './rules/filing-settings'
import { readFilingSettings } from './settings-store'

/** What the server API of the original answers to a release without a filing. */
const NOT_FILED_ERRCODE = 86369

/** Refuses the release of a program that has to be filed and has no number. */
export async function requireFiling(queries: Queries, appId: string): Promise<void> {
  const [settings, owner, number] = await Promise.all([
    readFilingSettings(queries),
    queries
      .selectFrom('program')
      .innerJoin('entity', 'entity.id', 'program.entity_id')
      .select('entity.kind')
      .where('program.app_id', '=', appId)
      .executeTakeFirstOrThrow(),
    findFilingNumber(queries, appId),
  ])
  if (number !== null || !needsFiling(owner.kind as EntityKindCode, settings)) return
  throw new Refusal(
    { code: 'rule', rule: 'filing-missing', errcode: NOT_FILED_ERRCODE },
    'A program is filed before its release',
  )
}

/** The number that a program shows on its about page. Null without one, and as soon as its filing is taken back. */
export async function findFilingNumber(queries: Queries, appId: string): Promise<string | null> {
  const row = await queries
    .selectFrom('filing')
    .select('number')
    .where('app_id', '=', appId)
    .where('state', 'not in', ['cancelling', 'cancelled'])
    .executeTakeFirst()
  return row?.number ?? null
}
