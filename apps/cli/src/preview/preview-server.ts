import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildBrowserRuntime } from '@sampan/browser-runtime'
import { createContent } from '@sampan/local-server'
import type { Content } from '@sampan/local-server'
import { createRequestProxy } from '@sampan/request-proxy'
import type { Reach } from '@sampan/request-proxy'
import type { Language } from '../messages'
import { createAccess } from './access'
import { createEventStream } from './event-stream'
import type { PageConfig } from './page/program-state'
import type { AccountState } from './page/account-state'
import { bundlePages } from './page-bundle'
import { renderPage } from './page-html'
import type { Program } from './program'
import { readBody } from './read-body'
import { isLoopback, sendContent } from './send-content'

export interface PreviewOptions {
  projectName: string
  language: Language
  /** Pages reload after each `show`. */
  live: boolean
  /** Where programs may send requests. */
  reach: Reach
  /** Who is signed in at the platform; without, nobody can. */
  account?: { read(): Promise<AccountState>; begin(): Promise<AccountState> }
}

export interface PreviewServer {
  /** What a device other than this computer needs in the query: `?key=…`. */
  key: string
  /** Serves this build from now on, and tells the pages that are open. */
  show(program: Program): void
  listen(port: number, host: string | undefined): Promise<number>
  close(): Promise<void>
}

/** Builds that a page may still be loading from. */
const KEPT_BUILDS = 3
const FOREVER = 'public, max-age=31536000, immutable'
/** Frames of programs have an opaque origin. */
const FOR_ANY_ORIGIN = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': FOREVER,
}

/**
 * Serves a program and the pages that run it:
 * `/` simulator, `/preview` bare container, `/events` news of builds, `/map-stack`, `/proxy` for requests of programs,
 * and under names that change with
 * their content `/bundle/<build>/`, `/runtime/<hash>/` and `/pages/<hash>/`.
 */
export async function createPreviewServer(first: Program, options: PreviewOptions): Promise<PreviewServer> {
  const [runtime, pages] = await Promise.all([buildBrowserRuntime(), bundlePages()])
  const runtimeContents = toContents(runtime.files)
  const pageContents = toContents(pages.files)
  const builds: Program[] = [first]
  const access = createAccess()
  const events = createEventStream()
  const proxy = createRequestProxy({ reach: options.reach })
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.statusCode = 500
      response.end()
      console.error(error)
    })
  })

  const current = () => builds[0]!

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://server')
    const [, area = '', version = '', ...rest] = url.pathname.split('/')
    const path = rest.map(decodeSegment).join('/')
    switch (area) {
      case 'bundle': {
        const build = builds.find(({ state }) => state.build === version)
        return sendFound(request, response, build?.contents.get(path))
      }
      case 'runtime':
        return sendFound(request, response, version === runtime.hash ? runtimeContents.get(path) : undefined)
      case 'pages':
        return sendFound(request, response, version === pages.hash ? pageContents.get(path) : undefined)
    }
    const refusal = access.refuse(request, url, response)
    if (refusal) return sendText(response, 403, refusal)
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return sendPage(request, response, 'simulator')
      case 'GET /preview':
        return sendPage(request, response, 'preview')
      case 'GET /events':
        return events.open(response, current().state)
      case 'POST /proxy':
        return proxy.handle(request, response)
      case 'POST /map-stack': {
        const { stack } = JSON.parse(await readBody(request, 256 * 1024)) as { stack?: unknown }
        const mapped = current().stacks.map(typeof stack === 'string' ? stack : '')
        return sendContent(request, response, createContent('a.json', JSON.stringify(mapped)), {})
      }
      case 'GET /account':
        return sendAccount(request, response, options.account?.read)
      case 'POST /account/sign-in':
        return sendAccount(request, response, options.account?.begin)
      default:
        return sendText(response, 404, 'Not found')
    }
  }

  /** To this computer only: whoever came in by the key has no part in its user's account. */
  async function sendAccount(
    request: IncomingMessage,
    response: ServerResponse,
    ask: (() => Promise<AccountState>) | undefined,
  ): Promise<void> {
    if (!ask || !isLoopback(request)) return sendText(response, 404, 'Not found')
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(JSON.stringify(await ask()))
  }

  function sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    page: 'simulator' | 'preview',
  ): Promise<void> {
    const runtimeUrl = `/runtime/${runtime.hash}/`
    const config: PageConfig = {
      language: options.language,
      live: options.live,
      runtimeUrl,
      // Its requests carry no cookies.
      proxyUrl: `/proxy?key=${access.key}`,
      projectName: options.projectName,
      state: current().state,
    }
    const container = page === 'preview' ? [`${runtimeUrl}container.js`] : []
    const scripts = [...container, `/pages/${pages.hash}/${page}.js`]
    const imported = page === 'preview' ? (runtime.imports.container ?? []) : []
    const preloads = imported.map((name) => runtimeUrl + name)
    const html = renderPage({ title: `${options.projectName} · Sampan`, scripts, preloads, config })
    return sendContent(request, response, createContent('page.html', html), { 'Cache-Control': 'no-store' })
  }

  return {
    key: access.key,
    show(program) {
      if (program.state.build === current().state.build) builds[0] = program
      else builds.unshift(program)
      builds.length = Math.min(builds.length, KEPT_BUILDS)
      events.send(program.state)
    },
    async listen(port, host) {
      await listen(server, port, host)
      return (server.address() as AddressInfo).port
    },
    close() {
      events.close()
      proxy.close()
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function toContents(files: Map<string, Uint8Array>): Map<string, Content> {
  return new Map([...files].map(([name, bytes]) => [name, createContent(name, bytes)]))
}

async function sendFound(request: IncomingMessage, response: ServerResponse, content: Content | undefined) {
  if (content) return sendContent(request, response, content, FOR_ANY_ORIGIN)
  response.setHeader('Access-Control-Allow-Origin', '*')
  sendText(response, 404, 'Not found')
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
