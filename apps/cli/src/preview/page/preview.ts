/**
 * `/preview`: a program that fills the window. Query: `path` (route with its query), `theme`, `language`, `user` (whose
 * storage), `fast` (no motion), `embedded` (a page around this one shows problems).
 */
import type { MiniProgramElement } from '@sampan/container'
import { followBuilds, readConfig } from './page-config'
import { createEventLog, EVENT_NAMES } from './preview-events'
import type { PreviewEvent, SampanPreview } from './preview-events'
import { createProblemSheet } from './problem-sheet'
import type { ProgramState } from './program-state'

declare global {
  interface Window {
    sampanPreview: SampanPreview
  }
}

const config = readConfig()
const query = new URLSearchParams(location.search)
const log = createEventLog()
const element = createElement()
const sheet = query.has('embedded') ? undefined : createProblemSheet(config.language)
let path = query.get('path') ?? ''
let state = config.state

for (const name of EVENT_NAMES) {
  element.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent
    if (name === 'navigate') notePath(detail as { route: string; query: Record<string, string> })
    log.add({ name, timeMs: performance.now(), detail } as PreviewEvent)
  })
}
// There is no host to go back to: leaving starts the program anew.
element.addEventListener('leave', (event) => {
  event.preventDefault()
  restart('')
})

window.sampanPreview = {
  events: log.events,
  subscribe: log.subscribe,
  restart: (next = path) => restart(next),
  get path() {
    return path
  },
}

document.body.append(element)
if (sheet) document.body.append(sheet.element)
run(state)
if (config.live) {
  followBuilds((next) => {
    if (next.build === state.build) sheet?.show(next.problems)
    else run(next)
  })
}

function createElement(): MiniProgramElement {
  const program = document.createElement('mini-program')
  program.style.cssText = 'position: fixed; inset: 0'
  program.settings = { domains: 'any', proxyUrl: new URL(config.proxyUrl, location.href).href }
  program.setAttribute('env-version', 'develop')
  for (const name of ['theme', 'language', 'user', 'fast', 'status-bar-height']) {
    const value = query.get(name)
    if (value !== null) program.setAttribute(name, value)
  }
  return program
}

/** Starts the build on the page that was open. */
function run(next: ProgramState): void {
  state = next
  sheet?.show(state.problems)
  element.close()
  noteStart()
  if (!state.runs) {
    element.removeAttribute('src')
    return
  }
  element.path = path
  element.runtime = config.runtimeUrl
  element.src = `/bundle/${state.build}/`
}

function restart(next: string): void {
  path = next
  noteStart()
  element.reload(next)
}

function noteStart(): void {
  log.clear()
  log.add({ name: 'started', timeMs: performance.now(), detail: { path } })
}

/** Also in the address, so that the browser's own reload stays on the page. */
function notePath({ route, query: params }: { route: string; query: Record<string, string> }): void {
  const search = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  path = search.length > 0 ? `${route}?${search.join('&')}` : route
  const address = new URL(location.href)
  address.searchParams.set('path', path)
  address.searchParams.delete('key')
  history.replaceState(null, '', address)
}
