import type { ProxyFailure } from '@sampan/protocol'

/** Why there is no answer for the program. */
export class ProxyError extends Error {
  override name = 'ProxyError'
  readonly code: ProxyFailure['code']

  constructor(code: ProxyFailure['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Node's codes in the words of a browser's network stack. */
const MESSAGES: Record<string, string> = {
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  EPIPE: 'net::ERR_CONNECTION_RESET',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'net::ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'net::ERR_ADDRESS_UNREACHABLE',
  CERT_HAS_EXPIRED: 'net::ERR_CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'net::ERR_CERT_COMMON_NAME_INVALID',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'net::ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'net::ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'net::ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'net::ERR_CERT_AUTHORITY_INVALID',
  EPROTO: 'net::ERR_SSL_PROTOCOL_ERROR',
}

export function toProxyError(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error
  const { code, name, errors } = error as { code?: unknown; name?: string; errors?: { code?: unknown }[] }
  if (name === 'TimeoutError') return new ProxyError('timeout', 'net::ERR_TIMED_OUT')
  // Several addresses were tried: the first says enough. The code of a DOMException is a number.
  const text = String(errors?.[0]?.code ?? code)
  const message =
    MESSAGES[text] ?? (text.startsWith('HPE_') ? 'net::ERR_INVALID_HTTP_RESPONSE' : 'net::ERR_FAILED')
  return new ProxyError('unreachable', message)
}
