import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { createValueCipher } from './value-cipher'

const textSchema = v.object({ text: v.string() })

/** For `wx.setStorage({ encrypt: true })`: the worker gets sealed texts and keeps them like any other. */
function createValueEncryption(host: CapabilityHost): Capability {
  const cipher = createValueCipher(host)
  return {
    methods: {
      encryptStorage: method(textSchema, async ({ text }) => ({ text: await cipher.encrypt(text) })),
      decryptStorage: method(textSchema, async ({ text }) => {
        const plain = await cipher.decrypt(text)
        if (plain === undefined) throw new CapabilityError('the data was not stored with encrypt')
        return { text: plain }
      }),
    },
  }
}

export { createValueEncryption as create }
