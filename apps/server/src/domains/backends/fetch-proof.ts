import { request } from 'node:https'
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
    return await new Promise<boolean>((resolve) => {
      const asked = request({
        host,
        path: `/${fileName}`,
        createConnection: () => socket,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      asked.on('error', () => resolve(false))
      asked.on('response', async (answer) => {
        answer.on('error', () => resolve(false))
        let text = ''
        for await (const chunk of answer.setEncoding('utf8')) {
          text += chunk
          if (text.length > content.length + 2) break
        }
        resolve(answer.statusCode === 200 && text.trim() === content)
      })
      asked.end()
    })
  } finally {
    socket.destroy()
  }
}
