import type { FastifyInstance } from 'fastify'
import type { BrowserBundle } from '@sampan/browser-runtime'
import { createContent } from '@sampan/local-server'
import { FRESH, IMMUTABLE, sendContent } from '../http/send-content'
import { renderConsolePage } from './page-html'

/** Nothing of others in the page that holds the owners' rights, and the page in nobody's frame. */
const POLICY = [
  "default-src 'self'",
  // The component library positions things by style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** `/console/`: the page and its scripts. Its screens have addresses behind the `#`. */
export function addConsoleRoutes(app: FastifyInstance, bundle: BrowserBundle): void {
  const contents = new Map([...bundle.files].map(([name, bytes]) => [name, createContent(name, bytes)]))
  const folder = `/console/${bundle.hash}/`
  const page = createContent('page.html', renderConsolePage(folder, bundle.imports.console ?? []))

  app.get('/console', (_request, reply) => reply.redirect('/console/'))
  app.get('/console/', (request, reply) =>
    sendContent(request, reply, page, {
      ...FRESH,
      'Content-Security-Policy': POLICY,
      'Referrer-Policy': 'same-origin',
    }),
  )
  app.get<{ Params: { '*': string } }>(`${folder}*`, (request, reply) =>
    sendContent(request, reply, contents.get(request.params['*']), IMMUTABLE),
  )
}
