import { createHash, verify } from 'node:crypto'
import type { Database } from '@sampan/database'
import { describeSignedUpload, readUploadSignature, UPLOAD_SIGNATURE_HEADER } from '@sampan/platform-api'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../http/refusal'
import { isAllowed } from './rules/allow-list'
import { findUploadAccess } from './store'

export interface Robot {
  robot: number
  /** Of the client. */
  address: string
}

const GOOD_FOR_SECONDS = 300

/** Who signs with a program's upload key. */
export function createRobots({ db, now }: { db: Database; now(): Date }) {
  return {
    /** Undefined if the request is not signed at all. Each signature counts once. */
    async find(request: FastifyRequest, appId: string): Promise<Robot | undefined> {
      const header = request.headers[UPLOAD_SIGNATURE_HEADER]
      if (header === undefined) return undefined
      const signed = typeof header === 'string' ? readUploadSignature(header) : undefined
      const access = await findUploadAccess(db.kysely, appId)
      const seconds = now().getTime() / 1000
      if (!signed || !access?.public_key) throw wrong()
      const text = describeSignedUpload({ ...signed, ...describe(request) })
      if (!verify(null, Buffer.from(text), access.public_key, Buffer.from(signed.signature, 'base64url'))) {
        throw wrong()
      }
      if (Math.abs(signed.timestamp - seconds) > GOOD_FOR_SECONDS) {
        throw refuse('signature-too-old', 'The signature is too old, or the clock of this computer is wrong')
      }
      if (access.has_allow_list && !isAllowed(request.ip, access.allow_list)) {
        throw refuse('address-not-allowed', `${request.ip} is not in the list of addresses for uploads`)
      }
      if (!(await this.useNonce(appId, signed.nonce))) {
        throw refuse('signature-used', 'This request was sent before')
      }
      return { robot: signed.robot, address: request.ip }
    },

    async useNonce(appId: string, nonce: string): Promise<boolean> {
      return db.transaction(async (tx) => {
        const oldest = new Date(now().getTime() - 2 * GOOD_FOR_SECONDS * 1000)
        await tx.deleteFrom('upload_nonce').where('used_at', '<', oldest).execute()
        const row = await tx
          .insertInto('upload_nonce')
          .values({ app_id: appId, nonce, used_at: now() })
          .onConflict((conflict) => conflict.doNothing())
          .returning('nonce')
          .executeTakeFirst()
        return row !== undefined
      })
    },
  }
}

export type Robots = ReturnType<typeof createRobots>

function describe(request: FastifyRequest) {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const bodyHash = createHash('sha256').update(body).digest('hex')
  return { method: request.method, path: request.url, bodyHash }
}

/** One answer for all: whether a program has a key is nobody's business. */
function wrong(): Refusal {
  return refuse('signature-wrong', 'The signature does not fit the upload key of this program')
}

function refuse(rule: string, message: string): Refusal {
  return new Refusal({ code: 'forbidden', rule }, message)
}
