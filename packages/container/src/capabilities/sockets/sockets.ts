import { type ConnectSocketParams, NETWORK_ERRNO, type SocketEvent } from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'

const MAX_SOCKETS = 5

export interface Sockets {
  connect(params: ConnectSocketParams): void
  send(socketId: number, data: string | ArrayBuffer): void
  close(socketId: number, code: number, reason: string): void
  dispose(): void
}

/** WebSockets of this page that the program uses by number. */
export function createSockets(host: CapabilityHost): Sockets {
  const sockets = new Map<number, WebSocket>()

  function open(socketId: number): WebSocket {
    const socket = sockets.get(socketId)
    if (!socket || socket.readyState !== WebSocket.OPEN) {
      throw new CapabilityError('SocketTask.readyState is not OPEN')
    }
    return socket
  }

  return {
    connect({ socketId, url, protocols, timeoutMs }) {
      if (sockets.size >= MAX_SOCKETS) {
        throw new CapabilityError('exceed max task count', { errno: NETWORK_ERRNO.tooManyTasks })
      }
      if (sockets.has(socketId)) throw new CapabilityError('parameter error: the socket is connected already')
      // The browser would take the host's cookies along.
      if (new URL(url).host === location.host) throw new CapabilityError('url not in domain list')
      const socket = createWebSocket(url, protocols)
      sockets.set(socketId, socket)
      const tell = (event: SocketEvent) => host.emit(`socket.${socketId}`, event)
      const timer = setTimeout(() => {
        tell({ event: 'error', message: 'connectSocket:fail timeout' })
        socket.close()
      }, timeoutMs)
      socket.binaryType = 'arraybuffer'
      socket.onopen = () => {
        clearTimeout(timer)
        tell({ event: 'open', protocol: socket.protocol })
      }
      socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => tell({ event: 'message', data })
      socket.onerror = () => tell({ event: 'error', message: 'connectSocket:fail net::ERR_FAILED' })
      socket.onclose = ({ code, reason }) => {
        clearTimeout(timer)
        sockets.delete(socketId)
        tell({ event: 'close', code, reason })
      }
    },
    send: (socketId, data) => open(socketId).send(data),
    close(socketId, code, reason) {
      const socket = sockets.get(socketId)
      if (!socket) throw new CapabilityError('SocketTask.readyState is not OPEN')
      try {
        socket.close(code, reason)
      } catch (error) {
        throw new CapabilityError(error instanceof Error ? error.message : String(error))
      }
    },
    dispose() {
      for (const socket of sockets.values()) {
        socket.onclose = null
        socket.close()
      }
      sockets.clear()
    },
  }
}

function createWebSocket(url: string, protocols: string[]): WebSocket {
  try {
    return new WebSocket(url, protocols)
  } catch (error) {
    // A page over https may not connect to ws://, and protocols must be tokens.
    throw new CapabilityError(error instanceof Error ? error.message : String(error))
  }
}
