import type { ApiProblem, ConfirmationSubject, NewConfirmation } from '@sampan/platform-api'
import type { LightMyRequestResponse } from 'fastify'
import { PASSWORD, type TestPlatform, type Visitor } from './test-platform'

/** The same person on their phone: a sign-in of its own. */
export async function phoneOf(platform: TestPlatform, who: Visitor): Promise<Visitor> {
  const phone = platform.visitor()
  const signedIn = await phone.send('POST', '/api/auth/sign-in/email', {
    email: who.email,
    password: PASSWORD,
  })
  if (signedIn.statusCode !== 200) throw new Error(signedIn.body)
  return Object.assign(phone, { userId: who.userId, email: who.email })
}

/** Asks for a confirmation and gives it on the phone; answers the headers that a confirmed request carries. */
export async function confirm(
  platform: TestPlatform,
  who: Visitor,
  what: ConfirmationSubject,
): Promise<Record<string, string>> {
  const asked = await who.send('POST', '/api/confirmations', what)
  if (asked.statusCode !== 201) throw new Error(asked.body)
  const { id, code } = asked.json<NewConfirmation>()
  const phone = await phoneOf(platform, who)
  const decided = await phone.send('POST', `/api/confirmations/by-code/${code}/decision`, { approve: true })
  if (decided.statusCode !== 200) throw new Error(decided.body)
  return { 'x-sampan-confirmation': id }
}

/** Sends what is refused with `confirm-first`, confirms what that asks for, and sends it again. */
export async function sendConfirmed(
  platform: TestPlatform,
  who: Visitor,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
): Promise<LightMyRequestResponse> {
  const refused = await who.send(method, url, body)
  const { code, confirm: what } = refused.json<ApiProblem>()
  if (code !== 'confirm-first' || !what) throw new Error(`${refused.statusCode} ${refused.body}`)
  return who.send(method, url, body, { headers: await confirm(platform, who, what) })
}
