import { createHash, generateKeyPairSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database, Queries } from '@sampan/database'
import {
  type ConfirmedAction,
  confirmationSubject,
  type Credentials,
  type NewAppSecret,
  type NewUploadKey,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { CONFIRMED_ACTIONS } from '../confirmations/rules/confirmed-actions'
import { useConfirmation } from '../confirmations/use-confirmation'
import { Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { lockProgram } from '../programs/store'
import { isAllowListEntry, MOST_ALLOWED } from './rules/allow-list'
import { findAppSecret, findUploadAccess, saveAppSecret, saveUploadAccess } from './store'

export interface CredentialParts {
  db: Database
  now(): Date
}

/** 32 characters, as WeChat's. */
const SECRET_BYTES = 16

export function createCredentialService({ db, now }: CredentialParts) {
  /** What is secret is changed by whoever may, after a scan, and one change at a time. */
  async function change<T>(
    asker: Asker,
    appId: string,
    action: ConfirmedAction,
    work: (tx: Queries) => Promise<T>,
  ): Promise<T> {
    return db.transaction(async (tx) => {
      await requireProgram(tx, asker, appId, CONFIRMED_ACTIONS[action])
      await lockProgram(tx, appId)
      const result = await work(tx)
      await useConfirmation(tx, asker, { action, subject: confirmationSubject(appId), now: now() })
      await audit(tx, programAct(asker, action, appId))
      return result
    })
  }

  return {
    async read(asker: Asker, appId: string): Promise<Credentials> {
      await requireProgram(db.kysely, asker, appId, 'change-development-settings')
      const [secret, access] = await Promise.all([
        findAppSecret(db.kysely, appId),
        findUploadAccess(db.kysely, appId),
      ])
      return {
        appSecret: secret
          ? { madeAt: secret.made_at.toISOString(), isFrozen: secret.frozen_at !== null }
          : null,
        uploadKey: access?.key_made_at ? { madeAt: access.key_made_at.toISOString() } : null,
        allowList: { isOn: access?.has_allow_list ?? false, addresses: access?.allow_list ?? [] },
      }
    },

    /** The first one, or one that takes the place of another at once. */
    async makeAppSecret(asker: Asker, appId: string, isReset: boolean): Promise<NewAppSecret> {
      return change(asker, appId, isReset ? 'reset-app-secret' : 'make-app-secret', async (tx) => {
        const earlier = await findAppSecret(tx, appId)
        if (isReset !== (earlier !== undefined)) {
          throw new Refusal(
            'not-now',
            isReset ? 'There is no AppSecret yet' : 'There is an AppSecret: reset it',
          )
        }
        const appSecret = randomBytes(SECRET_BYTES).toString('hex')
        await saveAppSecret(tx, {
          app_id: appId,
          secret_hash: hash(appSecret),
          made_at: now(),
          made_by: asker.session.userId,
          frozen_at: earlier?.frozen_at ?? null,
        })
        return { appSecret }
      })
    },

    async freezeAppSecret(asker: Asker, appId: string, isFrozen: boolean): Promise<void> {
      await change(asker, appId, 'freeze-app-secret', async (tx) => {
        const row = await findAppSecret(tx, appId)
        if (!row || (row.frozen_at !== null) === isFrozen) {
          throw new Refusal('not-now', 'The AppSecret is as it should become, or there is none')
        }
        await saveAppSecret(tx, { ...row, frozen_at: isFrozen ? now() : null })
      })
    },

    async makeUploadKey(asker: Asker, appId: string): Promise<NewUploadKey> {
      return change(asker, appId, 'make-upload-key', async (tx) => {
        const { privateKey, publicKey } = generateKeyPairSync('ed25519')
        await saveUploadAccess(tx, appId, {
          public_key: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          key_made_at: now(),
        })
        return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
      })
    },

    async removeUploadKey(asker: Asker, appId: string): Promise<void> {
      await change(asker, appId, 'remove-upload-key', (tx) =>
        saveUploadAccess(tx, appId, { public_key: null, key_made_at: null }),
      )
    },

    async saveAllowList(
      asker: Asker,
      appId: string,
      { isOn, addresses }: Credentials['allowList'],
    ): Promise<void> {
      await change(asker, appId, 'change-upload-settings', async (tx) => {
        const wrong = addresses.filter((entry) => !isAllowListEntry(entry))
        if (wrong.length > 0 || addresses.length > MOST_ALLOWED) {
          throw new Refusal(
            { code: 'rule', rule: wrong.length > 0 ? 'address-not-valid' : 'too-many-addresses' },
            wrong.length > 0 ? `${wrong[0]} is no address` : `${MOST_ALLOWED} addresses at most`,
          )
        }
        await saveUploadAccess(tx, appId, {
          has_allow_list: isOn,
          allow_list: JSON.stringify([...new Set(addresses)]),
        })
      })
    },
  }
}

export type CredentialService = ReturnType<typeof createCredentialService>

/** For server APIs: what a program's own server says it is. */
export async function checkAppSecret(
  queries: Queries,
  appId: string,
  given: string,
): Promise<'right' | 'wrong' | 'frozen'> {
  const row = await findAppSecret(queries, appId)
  const isRight = timingSafeEqual(Buffer.from(hash(given)), Buffer.from(row?.secret_hash ?? hash('')))
  if (!row || !isRight) return 'wrong'
  return row.frozen_at === null ? 'right' : 'frozen'
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
