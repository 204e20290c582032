import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '../http/problems'
import { FRESH, IMMUTABLE, sendContent } from '../http/send-content'
import type { ProgramUser } from '../releasing/public-programs'
import type { CatalogueService } from './service'

const MOST_QUERY_CHARACTERS = 100

const listSchema = {
  querystring: {
    type: 'object',
    properties: { query: { type: 'string', maxLength: MOST_QUERY_CHARACTERS, default: '' } },
  },
} as const

/** Who asks, for releases that a part of the users has. */
export type FindUser = (request: FastifyRequest, reply: FastifyReply) => Promise<ProgramUser>

/** `/api/catalogue`, and the files of releases under `/bundles` and `/icons`. */
export function addCatalogueRoutes(
  app: FastifyInstance,
  service: CatalogueService,
  findUser: FindUser,
): void {
  app.get<{ Querystring: { query: string } }>(
    '/api/catalogue',
    { schema: listSchema },
    async (request, reply) =>
      reply.headers(FRESH).send(await service.list(request.query.query, await findUser(request, reply))),
  )
  app.get<{ Params: { appId: string } }>('/api/catalogue/:appId', async (request, reply) => {
    const found = await service.find(request.params.appId, await findUser(request, reply))
    return found ? reply.headers(FRESH).send(found) : sendProblem(reply, 'not-found', 'No such program')
  })
  app.get<{ Params: { appId: string; hash: string; '*': string } }>(
    '/bundles/:appId/:hash/*',
    async (request, reply) => {
      const { appId, hash, '*': path } = request.params
      return sendContent(request, reply, await service.findFile(appId, hash, path), IMMUTABLE)
    },
  )
  app.get<{ Params: { appId: string; hash: string } }>('/icons/:appId/:hash', (request, reply) => {
    const { appId, hash } = request.params
    return sendContent(request, reply, service.findIcon(appId, hash), IMMUTABLE)
  })
}
