import type { FastifyInstance } from 'fastify'

/** `/healthz`: for whoever watches the process. */
export function addHealthRoutes(app: FastifyInstance, countPrograms: () => number): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ ok: true, programs: countPrograms() }),
  )
}
