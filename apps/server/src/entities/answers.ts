import type { FieldRule } from '@sampan/platform-api'
import type { Cipher } from '../documents/cipher'
import { maskSecret } from '../documents/mask-secret'

export interface StoredAnswers {
  answers: Record<string, string>
  secret_answers: Buffer | null
}

/** The questions that were asked. */
export type AskedForm = { fields: readonly FieldRule[] }

/** Secrets apart, sealed for this entity, or whatever else has the id. */
export function sealAnswers(
  form: AskedForm,
  entityId: string,
  values: Record<string, string>,
  cipher: Cipher,
): StoredAnswers {
  const secretIds = secretIdsOf(form)
  const entries = Object.entries(values).filter(([, value]) => value !== '')
  const secrets = entries.filter(([id]) => secretIds.has(id))
  return {
    answers: Object.fromEntries(entries.filter(([id]) => !secretIds.has(id))),
    secret_answers:
      secrets.length === 0
        ? null
        : cipher.seal(Buffer.from(JSON.stringify(Object.fromEntries(secrets))), contextOf(entityId)),
  }
}

/** All answers in plain. */
export function openAnswers(entityId: string, stored: StoredAnswers, cipher: Cipher): Record<string, string> {
  const secrets = stored.secret_answers
    ? (JSON.parse(cipher.open(stored.secret_answers, contextOf(entityId)).toString('utf8')) as object)
    : {}
  return { ...stored.answers, ...secrets }
}

/** Enough of a secret for its owner to know it again. */
export function maskAnswers(form: AskedForm, values: Record<string, string>): Record<string, string> {
  const secretIds = secretIdsOf(form)
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, secretIds.has(id) ? maskSecret(value) : value]),
  )
}

/** A masked secret that comes back unchanged stands for what is stored. */
export function keepMasked(
  form: AskedForm,
  given: Record<string, string>,
  stored: Record<string, string>,
): Record<string, string> {
  const secretIds = secretIdsOf(form)
  return Object.fromEntries(
    Object.entries(given).map(([id, value]) => {
      const old = stored[id]
      return [id, secretIds.has(id) && old !== undefined && value === maskSecret(old) ? old : value]
    }),
  )
}

function secretIdsOf(form: AskedForm): Set<string> {
  return new Set(form.fields.filter(({ isSecret }) => isSecret).map(({ id }) => id))
}

function contextOf(entityId: string): string {
  return `entity ${entityId}`
}
