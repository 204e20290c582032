import type { FastifyRequest } from 'fastify'
import { TOOL_ROUTES } from '../device-logins/rules/tool-routes'
import { Refusal } from '../http/refusal'
import type { Session, Sessions } from './sessions'

/** Who asks, and from where. */
export interface Asker {
  session: Session
  /** Of the client. */
  address: string
  /** Id of the confirmation that the request brings, if any. */
  confirmationId: string | undefined
}

const CONFIRMATION_HEADER = 'x-sampan-confirmation'

export async function requireAsker(sessions: Sessions, request: FastifyRequest): Promise<Asker> {
  const session = await sessions.find(request.headers)
  if (!session) throw new Refusal('sign-in', 'Sign in first')
  if (session.isTool && !TOOL_ROUTES.has(`${request.method} ${request.routeOptions.url}`)) {
    throw new Refusal({ code: 'forbidden', rule: 'not-by-tools' }, 'This is done in the console')
  }
  const confirmation = request.headers[CONFIRMATION_HEADER]
  return {
    session,
    address: request.ip,
    confirmationId: typeof confirmation === 'string' ? confirmation : undefined,
  }
}
