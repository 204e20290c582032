import type { FastifyInstance } from 'fastify'
import { Refusal } from './refusal'

/** No text of a person has the character U+0000, and the database takes none with it. */
export function refuseNul(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body, params, query }) => {
    if ([body, params, query].some(hasNul)) {
      throw new Refusal('invalid-request', 'A text has the character U+0000')
    }
  })
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false
  return Object.entries(value).some(([key, each]) => key.includes('\0') || hasNul(each))
}
