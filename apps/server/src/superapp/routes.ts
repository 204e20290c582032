import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BrowserBundle } from '@sampan/browser-runtime'
import { createContent } from '@sampan/local-server'
import type { SuperappConfig } from '@sampan/platform-api'
import { FRESH, IMMUTABLE, sendContent } from '../http/send-content'
import { renderPage } from './page-html'
import { WEB_MANIFEST } from './web-manifest'

export interface SuperappParts {
  bundle: BrowserBundle
  /** `apps/superapp/assets` */
  assetsFolder: string
  /** Read for each page: programs may change, and not for all users at once. */
  config(request: FastifyRequest, reply: FastifyReply): Promise<SuperappConfig>
}

const ICONS = ['icon.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png']

/** `/`: the page, its scripts, and what makes it installable. */
export function addSuperappRoutes(
  app: FastifyInstance,
  { bundle, assetsFolder, config }: SuperappParts,
): void {
  const contents = new Map([...bundle.files].map(([name, bytes]) => [name, createContent(name, bytes)]))
  const superappUrl = `/superapp/${bundle.hash}/`
  const manifest = createContent('manifest.webmanifest', JSON.stringify(WEB_MANIFEST))

  app.get('/', async (request, reply) => {
    const page = createContent('page.html', renderPage({ superappUrl, config: await config(request, reply) }))
    return sendContent(request, reply, page, {
      ...FRESH,
      'Content-Security-Policy': "frame-ancestors 'self'; object-src 'none'",
      'Referrer-Policy': 'same-origin',
    })
  })
  // What is in QR codes; its screens have addresses behind the `#`.
  app.get('/scan', (_request, reply) => reply.redirect('/#/scan'))
  app.get<{ Params: { kind: string; code: string } }>(
    '/scan/:kind(^login|confirm$)/:code(^[\\w-]{1,60}$)',
    ({ params: { kind, code } }, reply) => reply.redirect(`/#/scan/${kind}/${code}`),
  )
  app.get<{ Params: { '*': string } }>(`${superappUrl}*`, (request, reply) =>
    sendContent(request, reply, contents.get(request.params['*']), IMMUTABLE),
  )
  // At the root, so that it serves the whole origin.
  app.get('/service-worker.js', (request, reply) =>
    sendContent(request, reply, contents.get('service-worker.js'), FRESH),
  )
  app.get('/manifest.webmanifest', (request, reply) => sendContent(request, reply, manifest, FRESH))
  for (const name of ICONS) {
    const icon = createContent(name, () => readFile(join(assetsFolder, name)))
    app.get(`/${name}`, (request, reply) =>
      sendContent(request, reply, icon, { 'Cache-Control': 'public, max-age=86400' }),
    )
  }
}
