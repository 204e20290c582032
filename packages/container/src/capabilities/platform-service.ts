import { type CapabilityHost, CapabilityError } from './capability'

/**
 * What the platform server does for a running program, in the name of the user who is signed in (cookies go along).
 *
 * `POST <serviceUrl>/<name>` with JSON `{ appId, envVersion, …params }`. It answers 200 with a JSON object, or another
 * status with `{ error: { message, errno?, extra? } }` in the words of `ApiFailure`.
 */
export type ServiceName =
  /** → `{ code }` of `wx.login`, for the developer's server */
  | 'login'
  /** → `{ valid }`: whether the session that `login` began still stands */
  | 'check-session'
  /** `{ rawData }` → `{ signature, encryptedData, iv }` with the session's key */
  | 'sign-user-data'
  /** `{ realtime }` → `{ code, phoneNumber }`, the number masked for the user to see */
  | 'phone-number'
  /** `{ package }` → `{ amountFen, description, payee }` of an order that waits for payment */
  | 'payment-order'
  /** `{ package, nonceStr, timeStamp, signType, paySign }` → `{}` once paid */
  | 'pay'
  /** `{ tmplIds }` → `{ templates: [{ id, title }] }` */
  | 'message-templates'
  /** `{ accepted }` → `{}` */
  | 'subscribe'

const TIMEOUT_MS = 20_000

/** Undefined if no server is connected: callers fall back to a stand-in that says so. */
export async function callService(
  host: CapabilityHost,
  name: ServiceName,
  params: Record<string, unknown> = {},
): Promise<Record<string, unknown> | undefined> {
  const { serviceUrl, envVersion } = host.settings
  if (serviceUrl === undefined) return undefined
  const response = await fetch(`${serviceUrl.replace(/\/$/, '')}/${name}`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: host.appId, envVersion, ...params }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new CapabilityError(`network error: ${error instanceof Error ? error.message : String(error)}`, {
      errno: 108,
    })
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && isRecord(answer)) return answer
  throw serviceError(response.status, isRecord(answer) && isRecord(answer.error) ? answer.error : {})
}

function serviceError(status: number, error: Record<string, unknown>): CapabilityError {
  const { message, errno, extra } = error
  return new CapabilityError(typeof message === 'string' ? message : `server answered ${status}`, {
    ...(typeof errno === 'number' ? { errno } : {}),
    ...(isRecord(extra) ? { extra } : {}),
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields of an answer that are texts. */
export function textFields(
  answer: Record<string, unknown>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof answer[name] === 'string' ? [[name, answer[name]] as const] : [])),
  )
}

/** A stand-in for what only a server could give. It says what it is, so that nobody takes it for the real thing. */
export function sandboxCode(kind: string): string {
  return `sandbox-${kind}-${crypto.randomUUID().replaceAll('-', '')}`
}
