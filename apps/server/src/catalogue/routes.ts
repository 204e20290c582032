import type { FastifyInstance } from 'fastify'
import { FRESH, IMMUTABLE, sendContent } from '../http/send-content'
import type { CatalogueService } from './service'

const MOST_QUERY_CHARACTERS = 100

const listSchema = {
  querystring: {
    type: 'object',
    properties: { query: { type: 'string', maxLength: MOST_QUERY_CHARACTERS, default: '' } },
  },
} as const

/** `/api/catalogue`, and the files of releases under `/bundles` and `/icons`. */
export function addCatalogueRoutes(app: FastifyInstance, service: CatalogueService): void {
  app.get<{ Querystring: { query: string } }>('/api/catalogue', { schema: listSchema }, (request, reply) =>
    reply.headers(FRESH).send(service.list(request.query.query)),
  )
  app.get<{ Params: { appId: string; hash: string; '*': string } }>(
    '/bundles/:appId/:hash/*',
    (request, reply) => {
      const { appId, hash, '*': path } = request.params
      return sendContent(request, reply, service.findFile(appId, hash, path), IMMUTABLE)
    },
  )
  app.get<{ Params: { appId: string; hash: string } }>('/icons/:appId/:hash', (request, reply) => {
    const { appId, hash } = request.params
    return sendContent(request, reply, service.findIcon(appId, hash), IMMUTABLE)
  })
}
