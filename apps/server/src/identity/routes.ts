import type { FastifyInstance } from 'fastify'
import type { Auth } from './create-auth'
import { toWebHeaders } from './sessions'
import type { Sessions } from './sessions'

const CLIENT_ADDRESS = 'x-sampan-client-address'

/** `/api/auth/*`: the library answers, with the address that the server saw and not one that the client wrote. */
export function addIdentityRoutes(
  app: FastifyInstance,
  auth: () => Auth,
  baseUrl: () => string,
  sessions: Sessions,
): void {
  app.all('/api/auth/*', { schema: { hide: true } }, async (request, reply) => {
    const headers = toWebHeaders(request.headers)
    headers.set(CLIENT_ADDRESS, request.ip)
    headers.delete('content-length')
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== undefined
    const answer = await auth().handler(
      new Request(new URL(request.url, baseUrl()), {
        method: request.method,
        headers,
        ...(hasBody && { body: JSON.stringify(request.body) }),
      }),
    )
    if (request.method !== 'GET') sessions.forget(request.headers)
    reply.code(answer.status).header('Cache-Control', 'no-store')
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
    const cookies = answer.headers.getSetCookie()
    if (cookies.length > 0) reply.header('set-cookie', cookies)
    return reply.send(await answer.text())
  })
}
