import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { ApiProblem } from '@sampan/platform-api'
import { Refusal } from './refusal'

/** Every refusal of this server, with its status. */
const STATUS: Record<ApiProblem['code'], number> = {
  'not-found': 404,
  'invalid-request': 400,
  forbidden: 403,
  internal: 500,
  'sign-in': 401,
  'not-now': 409,
  changed: 409,
  form: 422,
  rule: 422,
  'too-many-requests': 429,
  'confirm-first': 428,
}

export function sendProblem(reply: FastifyReply, code: ApiProblem['code'], message: string): FastifyReply {
  return reply
    .code(STATUS[code])
    .header('Cache-Control', 'no-store')
    .send({ code, message } satisfies ApiProblem)
}

/** What no route answers, and what a route throws. Only our own bugs are printed. */
export function answerProblems(app: FastifyInstance, printBug: (error: unknown) => void): void {
  app.setNotFoundHandler((request, reply) => sendProblem(reply, 'not-found', `${request.url} is not here`))
  app.setErrorHandler((error: FastifyError | Refusal, _request, reply) => {
    if (error instanceof Refusal) {
      const { problem, message } = error
      return reply
        .code(STATUS[problem.code])
        .header('Cache-Control', 'no-store')
        .send({ ...problem, message } satisfies ApiProblem)
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return sendProblem(reply, 'invalid-request', error.message)
    }
    printBug(error)
    return sendProblem(reply, 'internal', 'The server has a problem')
  })
}
