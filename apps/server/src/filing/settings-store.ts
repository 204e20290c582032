import type { Queries } from '@sampan/database'
import type { FilingSettings } from '@sampan/platform-api'
import { FILING_SETTINGS } from './rules/filing-settings'

const NAME = 'filing'

export async function readFilingSettings(db: Queries): Promise<FilingSettings> {
  const row = await db
    .selectFrom('platform_setting')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirst()
  return { ...FILING_SETTINGS, ...row?.value }
}

export async function saveFilingSettings(tx: Queries, settings: FilingSettings, now: Date): Promise<void> {
  const values = { value: JSON.stringify(settings), changed_at: now }
  await tx
    .insertInto('platform_setting')
    .values({ name: NAME, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute()
}
