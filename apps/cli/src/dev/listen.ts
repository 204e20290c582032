import { listenOnFreePort } from '@sampan/local-server'
import type { PreviewServer } from '../preview/preview-server'
import type { Terminal } from '../terminal/terminal'
import { UsageError } from '../usage-error'

export interface PortChoice {
  /** Undefined: `firstPort` or one after it. */
  wantedPort: number | undefined
  firstPort: number
  host: string | undefined
}

/** Listens on the wanted port, or on the first free one. Resolves to the port. */
export async function listenSomewhere(
  server: PreviewServer,
  { wantedPort, firstPort, host }: PortChoice,
  { note, translate }: Terminal,
): Promise<number> {
  try {
    if (wantedPort !== undefined) return await server.listen(wantedPort, host)
    const used = await listenOnFreePort((port) => server.listen(port, host), firstPort)
    if (used === undefined) throw new UsageError(translate('devPortTakenWanted', { port: firstPort }))
    if (used !== firstPort) note(translate('devPortTaken', { port: firstPort, used }))
    return used
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(
      code === 'EADDRINUSE' ? translate('devPortTakenWanted', { port: String(wantedPort) }) : message,
    )
  }
}
