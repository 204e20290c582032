import type { FastifyRequest } from 'fastify'
import { Refusal } from '../http/refusal'
import type { Session, Sessions } from './sessions'

/** Who asks, and from where. */
export interface Asker {
  session: Session
  /** Of the client. */
  address: string
}

export async function requireAsker(sessions: Sessions, request: FastifyRequest): Promise<Asker> {
  const session = await sessions.find(request.headers)
  if (!session) throw new Refusal('sign-in', 'Sign in first')
  return { session, address: request.ip }
}
