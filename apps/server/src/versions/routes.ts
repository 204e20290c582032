import { createContent } from '@sampan/local-server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Robots } from '../credentials/robots'
import { sendContent } from '../http/send-content'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { appIdSchema } from '../programs/routes'
import type { Uploader, VersionService } from './service'

const params = z.object({ appId: appIdSchema })
const versionParams = params.extend({ id: z.uuid() })
const ARCHIVE = 'application/gzip'
/** Frames of programs read it; caches do not keep what may be taken back. */
const BUNDLE_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'no-store',
}

/** `/api/programs/:appId/versions`, for people and for robots that sign. */
export function addVersionRoutes(
  instance: FastifyInstance,
  service: VersionService,
  { sessions, robots }: { sessions: Sessions; robots: Robots },
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['versions']

  async function requireUploader(request: FastifyRequest, appId: string): Promise<Uploader> {
    const robot = await robots.find(request, appId)
    return robot ? { robot } : { asker: await requireAsker(sessions, request) }
  }

  app.addContentTypeParser(ARCHIVE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post(
    '/api/programs/:appId/versions',
    {
      schema: {
        tags,
        params,
        consumes: [ARCHIVE],
        querystring: z.object({
          version: z.string().trim().min(1).max(64),
          remark: z.string().max(500).default(''),
          purpose: z.enum(['development', 'preview']).default('development'),
          bundleHash: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      },
      bodyLimit: service.limits.archive.mostCompressedBytes,
    },
    async (request, reply) => {
      const { appId } = request.params
      const uploader = await requireUploader(request, appId)
      const archive = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return reply.code(202).send(await service.upload(uploader, appId, request.query, archive))
    },
  )
  app.get('/api/programs/:appId/versions', { schema: { tags, params } }, async (request) =>
    service.list(await requireAsker(sessions, request), request.params.appId),
  )
  app.get(
    '/api/programs/:appId/versions/:id',
    { schema: { tags, params: versionParams } },
    async (request) => {
      const { appId, id } = request.params
      return service.read(await requireUploader(request, appId), appId, id)
    },
  )
  app.delete(
    '/api/programs/:appId/versions/:id',
    { schema: { tags, params: versionParams } },
    async (request, reply) => {
      const { appId, id } = request.params
      await service.remove(await requireAsker(sessions, request), appId, id)
      return reply.code(204).send()
    },
  )
  app.put(
    '/api/programs/:appId/trial',
    {
      schema: {
        tags,
        params,
        body: z.object({ versionId: z.uuid().nullable(), startPath: z.string().max(500).default('') }),
      },
    },
    async (request) =>
      service.chooseTrial(await requireAsker(sessions, request), request.params.appId, request.body),
  )
  app.get(
    '/api/programs/:appId/open-version',
    {
      schema: {
        tags,
        params,
        querystring: z.object({ version: z.union([z.literal('trial'), z.uuid()]) }),
      },
    },
    async (request) =>
      service.open(await requireAsker(sessions, request), request.params.appId, request.query.version),
  )
  app.get(
    // Not `:token/*`: parameters are shorter than links.
    '/version-bundles/*',
    { schema: { hide: true, params: z.object({ '*': z.string().max(1400) }) } },
    async (request, reply) => {
      const [, token = '', path = ''] = /^([\w-]+)\/(.+)$/s.exec(request.params['*']) ?? []
      const content = await service.readFile(token, path)
      return sendContent(request, reply, content && createContent(path, content), BUNDLE_HEADERS)
    },
  )
}
