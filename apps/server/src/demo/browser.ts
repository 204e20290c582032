import type { FastifyInstance } from 'fastify'

export interface DemoBrowser {
  /** Answers the body; throws what the server refused. */
  send<Answer>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

const HOST = 'localhost'

/** Asks the server as a browser would, without a port: what demo people do goes through every rule. */
export function openBrowser(app: FastifyInstance, address: string): DemoBrowser {
  const cookies = new Map<string, string>()
  return {
    async send<Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, headers = {}) {
      const isFile = Buffer.isBuffer(body)
      const response = await app.inject({
        method,
        url: path,
        // Each of its own: sign-ups from one address are limited.
        remoteAddress: address,
        headers: {
          host: HOST,
          origin: `http://${HOST}`,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(isFile && { 'content-type': 'image/png' }),
          ...headers,
        },
        ...(body !== undefined && { payload: body as object }),
      })
      for (const { name, value } of response.cookies) cookies.set(name, value)
      if (response.statusCode >= 400) {
        throw new Error(`${method} ${path}: ${response.statusCode} ${response.body}`)
      }
      return (response.body === '' ? undefined : response.json()) as Answer
    },
  }
}
