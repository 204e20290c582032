import type { FastifyInstance } from 'fastify'
import type { BrowserRuntime } from '@sampan/browser-runtime'
import { createContent } from '@sampan/local-server'
import { IMMUTABLE, sendContent } from '../http/send-content'

/** `/runtime/<hash>/`: what runs programs in a browser, and `files.json`, a list of its scripts. */
export function addRuntimeRoutes(app: FastifyInstance, runtime: BrowserRuntime): void {
  const contents = new Map([...runtime.files].map(([name, bytes]) => [name, createContent(name, bytes)]))
  const scripts = [...runtime.files.keys()].filter((name) => name.endsWith('.js'))
  contents.set('files.json', createContent('files.json', JSON.stringify(scripts)))
  app.get<{ Params: { '*': string } }>(`/runtime/${runtime.hash}/*`, (request, reply) =>
    sendContent(request, reply, contents.get(request.params['*']), IMMUTABLE),
  )
}
