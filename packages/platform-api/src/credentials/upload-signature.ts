/** Name of the header that a robot signs its requests with. */
export const UPLOAD_SIGNATURE_HEADER = 'x-sampan-signature'

export interface SignedUpload {
  method: string
  /** With its query, as in the request line. */
  path: string
  /** SHA-256 of the body in hexadecimal. */
  bodyHash: string
  /** Seconds since 1970; good for five minutes. */
  timestamp: number
  /** 16 to 64 characters out of A–Z, a–z, 0–9, `-` and `_`; each counts once. */
  nonce: string
  robot: number
}

/**
 * What is signed with the upload key (Ed25519), in lines. The header is
 * `robot=<n>;timestamp=<s>;nonce=<text>;signature=<base64url>`.
 */
export function describeSignedUpload(request: SignedUpload): string {
  const { method, path, bodyHash, timestamp, nonce, robot } = request
  return ['SAMPAN-UPLOAD-1', method, path, bodyHash, timestamp, nonce, robot].join('\n')
}

export function writeUploadSignature(
  { robot, timestamp, nonce }: Pick<SignedUpload, 'robot' | 'timestamp' | 'nonce'>,
  signature: string,
): string {
  return `robot=${robot};timestamp=${timestamp};nonce=${nonce};signature=${signature}`
}

/** Undefined if it is none. */
export function readUploadSignature(header: string) {
  const match =
    /^robot=([1-9]|[12]\d|30);timestamp=(\d{10,11});nonce=([\w-]{16,64});signature=([\w-]{86})$/.exec(header)
  if (!match) return undefined
  const [, robot, timestamp, nonce, signature] = match
  return { robot: Number(robot), timestamp: Number(timestamp), nonce: nonce!, signature: signature! }
}
