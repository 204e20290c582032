import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerContent } from '@sampan/local-server'
import type { Content } from '@sampan/local-server'
import { sendProblem } from './problems'

/** Its address changes with its content, and frames of programs, which have an opaque origin, may read it. */
export const IMMUTABLE = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=31536000, immutable',
}

/** The browser asks each time. */
export const FRESH = { 'Cache-Control': 'no-cache' }

export async function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Content | undefined,
  headers: Record<string, string>,
): Promise<FastifyReply> {
  if (!content) {
    const mayRead = headers['Access-Control-Allow-Origin']
    if (mayRead) reply.header('Access-Control-Allow-Origin', mayRead)
    return sendProblem(reply, 'not-found', `${request.url} is not here`)
  }
  const answer = await answerContent(
    {
      acceptEncoding: request.headers['accept-encoding'] as string | undefined,
      range: request.headers.range,
    },
    content,
  )
  return reply
    .code(answer.status)
    .headers({ ...headers, ...answer.headers })
    .send(answer.bytes)
}
