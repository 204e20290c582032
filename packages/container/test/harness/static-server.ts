import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedFile {
  type: string
  body: string | Uint8Array
  /** Content-Security-Policy */
  policy?: string
}

export interface StaticServer {
  origin: string
  close(): Promise<void>
}

/** Serves what `find` answers. `Access-Control-Allow-Origin` stays away: only the host's own origin may fetch. */
export async function serveFiles(
  find: (path: string) => ServedFile | undefined | Promise<ServedFile | undefined>,
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    void Promise.resolve(find(path)).then((file) => {
      if (!file) return response.writeHead(404).end()
      const policy = file.policy ? { 'content-security-policy': file.policy } : {}
      response
        .writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store', ...policy })
        .end(file.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
