import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { Refusal } from '../http/refusal'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import type { DeviceLoginService } from './service'

/** Read by whoever approves: nothing that makes a text look like another one. */
const deviceSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{C}+$/u)
const codeSchema = z.object({ code: z.string().regex(/^[A-Za-z0-9 -]{8,20}$/) })

/** `/api/device-logins`: begun by a tool, approved on a phone; `/api/device-tokens`: the tools that are signed in. */
export function addDeviceLoginRoutes(
  instance: FastifyInstance,
  service: DeviceLoginService,
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const tags = ['device logins']

  app.post(
    '/api/device-logins',
    { schema: { tags, body: z.object({ device: deviceSchema }) } },
    async (request, reply) => reply.code(201).send(await service.begin(request.body.device, request.ip)),
  )
  app.post(
    '/api/device-logins/token',
    { schema: { tags, body: z.object({ deviceCode: z.string().min(20).max(100) }) } },
    (request) => service.takeToken(request.body.deviceCode),
  )
  app.get('/api/device-logins/by-code/:code', { schema: { tags, params: codeSchema } }, async (request) =>
    service.read(await requireAsker(sessions, request), request.params.code),
  )
  app.post(
    '/api/device-logins/by-code/:code/decision',
    { schema: { tags, params: codeSchema, body: z.object({ approve: z.boolean() }) } },
    async (request) =>
      service.decide(await requireAsker(sessions, request), request.params.code, request.body.approve),
  )

  app.get('/api/device-tokens', { schema: { tags } }, async (request) =>
    service.list(await requireAsker(sessions, request)),
  )
  app.delete('/api/device-tokens', { schema: { tags } }, async (request, reply) => {
    await service.end(await requireAsker(sessions, request))
    return reply.code(204).send()
  })
  app.delete('/api/device-tokens/current', { schema: { tags } }, async (request, reply) => {
    const asker = await requireAsker(sessions, request)
    if (!asker.session.isTool) throw new Refusal('invalid-request', 'A browser has no token')
    await service.end(asker, asker.session.id)
    return reply.code(204).send()
  })
  app.delete(
    '/api/device-tokens/:id',
    { schema: { tags, params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      await service.end(await requireAsker(sessions, request), request.params.id)
      return reply.code(204).send()
    },
  )
}
