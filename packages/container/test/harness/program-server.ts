import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

export interface SeenRequest {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** The backend of a mini program: answers like one, and remembers what came. */
export interface ProgramServer {
  origin: string
  /** Another name of the same server: browsers limit connections for each. */
  otherOrigin: string
  socketUrl: string
  requests: SeenRequest[]
  /** Most requests to `/hold` that were open at once. */
  mostHeld(): number
  close(): Promise<void>
}

export async function startProgramServer(): Promise<ProgramServer> {
  const requests: SeenRequest[] = []
  const held = { now: 0, most: 0 }
  const server = createServer((request, response) => void answer(request, response, requests, held))
  const sockets = new WebSocketServer({ server, handleProtocols: (offered) => [...offered][0] ?? false })
  sockets.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => {
      if (String(data) === 'bye') socket.close(4001, 'server says bye')
      else socket.send(data, { binary: isBinary })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    socketUrl: `ws://localhost:${port}/socket`,
    requests,
    mostHeld: () => held.most,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: SeenRequest[],
  held: { now: number; most: number },
): Promise<void> {
  const { method = '', headers } = request
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Allow-Headers', '*, authorization')
  response.setHeader('Access-Control-Allow-Methods', '*')
  response.setHeader('Access-Control-Expose-Headers', '*')
  if (method === 'OPTIONS') return void response.writeHead(204).end()
  const body = await readBody(request)
  requests.push({ method, url: request.url ?? '', headers, body: body.toString('latin1') })
  switch (pathname) {
    case '/json':
      response.writeHead(Number(searchParams.get('status') ?? 200), {
        'Content-Type': 'application/json',
        'Set-Cookie': ['a=1; Path=/', 'b=2'],
        'X-Custom': 'yes',
      })
      return void response.end('\ufeff{"hello":"世界"}')
    case '/echo':
      return void response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(body)
    case '/chunks':
      response.writeHead(200, { 'Content-Type': 'text/plain' })
      for (const text of ['one ', 'two ', 'three']) {
        response.write(text)
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
      return void response.end()
    case '/hold':
      held.now += 1
      held.most = Math.max(held.most, held.now)
      // Until nobody else comes: the machine may be slow.
      for (let seen = 0; seen < held.now;) {
        seen = held.now
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      held.now -= 1
      return void response.end('held')
    case '/never':
      return
    case '/break':
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('only this')
      return void setTimeout(() => response.destroy(), 20)
    case '/redirect':
      return void response.writeHead(302, { Location: '/json' }).end()
    case '/picture':
      return void response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': '3' }).end('PNG')
    default:
      return void response.writeHead(404).end('not here')
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
