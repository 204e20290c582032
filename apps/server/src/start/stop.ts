import type { FastifyInstance } from 'fastify'

/** Answers that are under way get this long to end. */
const PATIENCE_MS = 3_000

/** The first signal stops gracefully, the second at once. */
export function stopOnSignals(app: FastifyInstance, onStop: () => void): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      onStop()
      void stop(app)
    })
  }
}

export async function stop(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS)
  await app.close()
  clearTimeout(timer)
}
