import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps what is secret unreadable to whoever has the database alone. */
export interface Cipher {
  /** `context` names what it belongs to (a table and an id): elsewhere it will not open. */
  seal(plain: Uint8Array, context: string): Buffer
  /** Throws if it was changed or belongs elsewhere. */
  open(sealed: Uint8Array, context: string): Buffer
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Of the way of sealing, so that another may follow. */
const FORMAT = 1

/** AES-256-GCM with a key of its own made from the platform's secret. */
export function createCipher(secret: string, purpose: string): Cipher {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `sampan ${purpose}`, 32))
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      if (sealed[0] !== FORMAT)
        throw new Error(`sealed in format ${sealed[0]}, which this version does not know`)
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
      const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
        .setAAD(Buffer.from(context))
        .setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()])
    },
  }
}
