import type { PreviewServer } from '../preview/preview-server'
import type { Terminal } from '../terminal/terminal'
import { UsageError } from '../usage-error'

export interface PortChoice {
  /** Undefined: `firstPort` or one after it. */
  wantedPort: number | undefined
  firstPort: number
  host: string | undefined
}

const MOST_TRIES = 20

/** Listens on the wanted port, or on the first free one. Resolves to the port. */
export async function listenSomewhere(
  server: PreviewServer,
  { wantedPort, firstPort, host }: PortChoice,
  { note, translate }: Terminal,
): Promise<number> {
  for (let port = wantedPort ?? firstPort; ; port++) {
    try {
      const used = await server.listen(port, host)
      if (wantedPort === undefined && port !== firstPort)
        note(translate('devPortTaken', { port: firstPort, used }))
      return used
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE') throw new UsageError(message)
      if (wantedPort !== undefined) throw new UsageError(translate('devPortTakenWanted', { port }))
      if (port >= firstPort + MOST_TRIES)
        throw new UsageError(translate('devPortTakenWanted', { port: firstPort }))
    }
  }
}
