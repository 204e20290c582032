import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { BackendProblem } from '@sampan/platform-api'
import { createLookup, ProxyError } from '@sampan/request-proxy'

/** Resolves to a socket that is connected; rejects as Node's does, or if the name leads somewhere private. */
export type OpenSocket = (host: string, port: number, signal: AbortSignal) => Promise<Socket>

export interface BackendNetwork {
  openSocket: OpenSocket
  /** Whom to trust instead of the authorities that Node knows, as PEM. */
  authority?: string
}

export interface BackendConnection {
  socket: Socket
  connectMs: number
  /** Zero without TLS. */
  tlsMs: number
}

const PATIENCE_MS = 5_000

/** To public addresses only: the address that is checked is the one that is reached. */
export const openPublicSocket: OpenSocket = (host, port, signal) =>
  new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port, lookup: createLookup('public'), signal })
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })

/** One connection, as a phone would make it. The caller destroys its socket. */
export async function connectBackend(
  { openSocket, authority }: BackendNetwork,
  { host, port, isSecure }: { host: string; port: number; isSecure: boolean },
): Promise<BackendConnection | BackendProblem> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const startedAt = performance.now()
  let socket: Socket | undefined
  try {
    socket = await openSocket(host, port, patience)
    const connectMs = performance.now() - startedAt
    if (!isSecure) return { socket, connectMs, tlsMs: 0 }
    const secure = await startTls(socket, { host, authority, patience })
    return { socket: secure, connectMs, tlsMs: performance.now() - startedAt - connectMs }
  } catch (error) {
    socket?.destroy()
    return problemOf(error)
  }
}

function startTls(
  socket: Socket,
  { host, authority, patience }: { host: string; authority: string | undefined; patience: AbortSignal },
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connectTls({
      socket,
      servername: host,
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
      ...(authority !== undefined && { ca: authority }),
    })
    const giveUp = () => secure.destroy(new Error('it took too long'))
    patience.addEventListener('abort', giveUp)
    secure.once('secureConnect', () => {
      patience.removeEventListener('abort', giveUp)
      resolve(secure)
    })
    secure.once('error', reject)
    secure.once('close', () => reject(new Error('the server hung up')))
  })
}

const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/

function problemOf(error: unknown): BackendProblem {
  if (error instanceof ProxyError && error.code === 'private-address') return 'private-address'
  const code = String((error as { code?: unknown }).code)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name-not-found'
  if (CERTIFICATE.test(code)) return 'certificate-not-valid'
  return code === 'EPROTO' || code.startsWith('ERR_SSL') ? 'tls-not-supported' : 'unreachable'
}
