import { gcm } from '@noble/ciphers/aes.js'
import type { CapabilityHost } from '../capability'
import { notesOf } from '../host-notes'

export interface ValueCipher {
  encrypt(text: string): Promise<string>
  /** Undefined if the text is not one that `encrypt` made. */
  decrypt(text: string): Promise<string | undefined>
}

const KEY_NOTE = 'storage-key'
const KEY_BYTES = 16
const NONCE_BYTES = 12

/**
 * AES-128 for `setStorage({ encrypt: true })`. The key is made once for each program and user and lies among the
 * host's notes, which the program cannot read. Not `crypto.subtle`: a phone that opens a preview in the local network
 * has none.
 */
export function createValueCipher(host: CapabilityHost): ValueCipher {
  let key: Promise<Uint8Array> | undefined

  async function openCipher(nonce: Uint8Array) {
    key ??= loadKey(host)
    return gcm(await key, nonce)
  }

  return {
    async encrypt(text) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const sealed = (await openCipher(nonce)).encrypt(new TextEncoder().encode(text))
      return toBase64(nonce) + toBase64(sealed)
    },
    async decrypt(text) {
      const cut = (NONCE_BYTES / 3) * 4
      try {
        const cipher = await openCipher(fromBase64(text.slice(0, cut)))
        return new TextDecoder().decode(cipher.decrypt(fromBase64(text.slice(cut))))
      } catch {
        return undefined
      }
    },
  }
}

async function loadKey(host: CapabilityHost): Promise<Uint8Array> {
  const notes = notesOf(host)
  const kept = await notes.get(KEY_NOTE)
  if (kept instanceof Uint8Array && kept.length === KEY_BYTES) return kept
  const fresh = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  await notes.set(KEY_NOTE, fresh)
  return fresh
}

/** Arguments of one `fromCharCode`. */
const CHUNK_BYTES = 32_768

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES))
  }
  return btoa(text)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
