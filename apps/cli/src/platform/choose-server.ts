import { findOwnAddresses, isLoopbackAddress } from '@sampan/local-server'
import type { Translate } from '../messages'
import { UsageError } from '../usage-error'
import { readCredentials } from './credentials'
import { readBoundServer } from './project-files'
import { openPlatform, type Platform } from './request'

/** Where `npm start` listens. */
const LOCAL_SERVER = 'http://localhost:5170'
const PROBE_MS = 1000

/** `--server`, SAMPAN_SERVER, what the project is bound to, the latest sign-in, this computer. As an origin. */
export function chooseServer(wanted: string | undefined, translate: Translate, folder?: string): string {
  const bound = folder === undefined ? undefined : readBoundServer(folder)
  const chosen = wanted || process.env.SAMPAN_SERVER || bound || readCredentials().current || LOCAL_SERVER
  const url = URL.canParse(chosen) ? new URL(chosen) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(translate('invalidServer', { found: chosen }))
  }
  return url.origin
}

/** As whoever signed in there; as nobody if nobody did. */
export function openAsUser(server: string): Platform {
  const token = readCredentials().tokens[server]
  return openPlatform(server, (): Record<string, string> =>
    token === undefined ? {} : { Authorization: `Bearer ${token}` },
  )
}

/**
 * An address for a QR code: `localhost` is another computer for a phone, so it has this computer's address in the
 * network, where the server answers there.
 */
export async function reachableFromPhone(address: string): Promise<string> {
  const url = new URL(address)
  if (url.hostname !== 'localhost' && !isLoopbackAddress(url.hostname)) return address
  const [own] = findOwnAddresses()
  if (own === undefined) return address
  url.hostname = own
  const probe = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(PROBE_MS) }).catch(
    () => undefined,
  )
  return probe?.ok ? url.href : address
}
