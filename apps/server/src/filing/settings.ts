import type { Database } from '@sampan/database'
import type { FilingSettings } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { readFilingSettings, saveFilingSettings } from './settings-store'

/** Who has to file is the operator's decision. */
export function createFilingSettings({ db, now }: { db: Database; now(): Date }) {
  function requireOperator({ session }: Asker): void {
    if (!session.staffRoles.includes('operator')) throw new Refusal('forbidden', 'Operators only')
  }

  return {
    async read(asker: Asker): Promise<FilingSettings> {
      requireOperator(asker)
      return readFilingSettings(db.kysely)
    },

    async save(asker: Asker, settings: FilingSettings): Promise<FilingSettings> {
      requireOperator(asker)
      return db.transaction(async (tx) => {
        await saveFilingSettings(tx, settings, now())
        await audit(tx, {
          userId: asker.session.userId,
          action: 'change-filing-settings',
          subject: 'platform',
          subjectId: 'filing',
          address: asker.address,
          details: { ...settings },
        })
        return settings
      })
    },
  }
}

export type FilingSettingsService = ReturnType<typeof createFilingSettings>
