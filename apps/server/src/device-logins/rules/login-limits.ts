/** https://www.rfc-editor.org/rfc/rfc8628#section-3.5 and #section-5.1. An operator sets others. */
export const LOGIN_LIMITS = {
  validMinutes: 10,
  intervalSeconds: 2,
  slowDownSeconds: 5,
  /** Of one address, at a time. */
  mostWaiting: 20,
}

export type LoginLimits = typeof LOGIN_LIMITS

/** A token that nobody used for so long is over. */
const TOKEN_IDLE_DAYS = 30

export function idleSince(now: Date): Date {
  return new Date(now.getTime() - TOKEN_IDLE_DAYS * 24 * 3600_000)
}
