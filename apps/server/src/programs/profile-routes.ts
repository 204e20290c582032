import type { DataRegion } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import type { ProfileService } from './profile'
import { appIdSchema } from './routes'

const REGIONS = [
  'mainland-china',
  'hong-kong',
  'singapore',
  'europe',
  'north-america',
  'other',
] as const satisfies DataRegion[]

const params = z.object({ appId: appIdSchema })
const revision = z.int().min(1)

/** What a program is called and shown as, and how often that may still be changed. */
export function addProfileRoutes(
  instance: FastifyInstance,
  service: ProfileService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['programs']

  app.get('/api/programs/:appId/quotas', { schema: { tags, params } }, async (request) =>
    service.quotas(await requireAsker(sessions, request), request.params.appId),
  )
  app.post(
    '/api/programs/:appId/name-check',
    { schema: { tags, params, body: z.object({ name: z.string().max(200) }) } },
    async (request) =>
      service.checkName(await requireAsker(sessions, request), request.params.appId, request.body.name),
  )
  app.put(
    '/api/programs/:appId/name',
    { schema: { tags, params, body: z.object({ revision, name: z.string().max(200) }) } },
    async (request) => {
      const { body } = request
      const asker = await requireAsker(sessions, request)
      return service.changeName(asker, request.params.appId, body.revision, body.name)
    },
  )
  app.put(
    '/api/programs/:appId/intro',
    { schema: { tags, params, body: z.object({ revision, intro: z.string().max(1000) }) } },
    async (request) => {
      const { body } = request
      const asker = await requireAsker(sessions, request)
      return service.changeIntro(asker, request.params.appId, body.revision, body.intro)
    },
  )
  app.put(
    '/api/programs/:appId/data-region',
    { schema: { tags, params, body: z.object({ revision, dataRegion: z.enum(REGIONS) }) } },
    async (request) => {
      const { body } = request
      const asker = await requireAsker(sessions, request)
      return service.changeDataRegion(asker, request.params.appId, body.revision, body.dataRegion)
    },
  )
  app.put(
    '/api/programs/:appId/avatar',
    {
      schema: {
        tags,
        params,
        querystring: z.object({ revision: z.coerce.number().int().min(1) }),
        consumes: ['image/jpeg', 'image/png'],
      },
      bodyLimit: MOST_DOCUMENT_BYTES,
    },
    async (request) => {
      const picture = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const asker = await requireAsker(sessions, request)
      return service.changeAvatar(asker, request.params.appId, request.query.revision, picture)
    },
  )
  app.get(
    '/api/programs/:appId/avatar/:hash',
    { schema: { tags, params: params.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) }) } },
    async (request, reply) => {
      const { mediaType, content } = await service.readAvatar(request.params.appId, request.params.hash)
      return reply
        .headers({
          'Content-Type': mediaType,
          'Cache-Control': 'public, max-age=31536000, immutable',
          'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "default-src 'none'; sandbox",
        })
        .send(content)
    },
  )
}
