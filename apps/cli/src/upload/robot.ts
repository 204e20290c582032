import { describeSignedUpload, UPLOAD_SIGNATURE_HEADER, writeUploadSignature } from '@sampan/platform-api'
import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Translate } from '../messages'
import type { Authorize } from '../platform/request'
import { UsageError } from '../usage-error'

/** Signs requests with a program's upload key in place of a person. Throws a `UsageError` if the file is none. */
export function createRobot(keyFile: string, robot: number, translate: Translate): Authorize {
  const key = readKey(keyFile, translate)
  return ({ method, path, body }) => {
    const bodyHash = createHash('sha256').update(body).digest('hex')
    const timestamp = Math.floor(Date.now() / 1000)
    const nonce = randomBytes(18).toString('base64url')
    const text = describeSignedUpload({ method, path, bodyHash, timestamp, nonce, robot })
    const signature = sign(null, Buffer.from(text), key).toString('base64url')
    return { [UPLOAD_SIGNATURE_HEADER]: writeUploadSignature({ robot, timestamp, nonce }, signature) }
  }
}

function readKey(keyFile: string, translate: Translate) {
  try {
    return createPrivateKey(readFileSync(keyFile))
  } catch (error) {
    throw new UsageError(translate('unreadableKey', { file: keyFile, reason: (error as Error).message }))
  }
}
