import { request } from 'node:https'
import type { Socket } from 'node:net'
import { connectBackend, type BackendNetwork } from './connect-backend'

const PATIENCE_MS = 5_000

/** Is the file at the root of a site exactly this? Redirects are not followed. */
export async function hasProof(
  network: BackendNetwork,
  host: string,
  { fileName, content }: { fileName: string; content: string },
): Promise<boolean> {
  const connection = await connectBackend(network, { host, port: 443, isSecure: true })
  if (typeof connection === 'string') return false
  const { socket } = connection
  try {
    return (await readFile(socket, host, fileName, content.length + 2))?.trim() === content
  } finally {
    socket.destroy()
  }
}

/** Undefined if there is none. */
function readFile(
  socket: Socket,
  host: string,
  fileName: string,
  mostCharacters: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asked = request({
      host,
      path: `/${fileName}`,
      // Node would name a port otherwise, since no agent says what is usual.
      headers: { host },
      createConnection: () => socket,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    asked.on('error', () => resolve(undefined))
    asked.on('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('error', () => resolve(undefined))
      answer.on('data', (chunk: string) => {
        text += chunk
        if (text.length > mostCharacters) answer.destroy(new Error('the file is too long'))
      })
      answer.on('end', () => resolve(answer.statusCode === 200 ? text : undefined))
    })
    asked.end()
  })
}
