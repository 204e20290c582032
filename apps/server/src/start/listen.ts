import type { FastifyInstance } from 'fastify'
import { listenOnFreePort } from '@sampan/local-server'
import type { Translate } from '../messages'
import type { StartOptions } from './options'
import { StartError } from './start-error'

export const FIRST_PORT = 5170
const TRIED_PORTS = 20

export async function listen(
  app: FastifyInstance,
  { port, host }: Pick<StartOptions, 'port' | 'host'>,
  translate: Translate,
): Promise<number> {
  const listenOn = (wanted: number) => listenAnywhere(app, wanted, host)
  try {
    if (port !== undefined) {
      await listenOn(port)
      return port
    }
    const found = await listenOnFreePort(listenOn, FIRST_PORT)
    if (found !== undefined) return found
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartError(translate('error.portTaken', { port: port ?? FIRST_PORT }))
    throw new StartError(
      translate('error.host', { host: host ?? `port ${port ?? FIRST_PORT}`, reason: message }),
    )
  }
  throw new StartError(
    translate('error.portsTaken', { first: FIRST_PORT, last: FIRST_PORT + TRIED_PORTS - 1 }),
  )
}

/** Without a host: IPv6 and IPv4, or IPv4 alone where a computer has no IPv6. */
async function listenAnywhere(app: FastifyInstance, port: number, host: string | undefined): Promise<void> {
  try {
    await app.listen({ port, host: host ?? '::' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (host !== undefined || (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL')) throw error
    await app.listen({ port, host: '0.0.0.0' })
  }
}
