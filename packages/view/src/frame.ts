import {
  type FromFrame,
  type FrameToHost,
  type HostToFrame,
  type ToFrame,
  viewPartOf,
} from '@sampan/protocol'
import baseCss from './base.css'
import { createComponentPort } from './component-port'
import { addComponentStyles } from './components/page-styles/page-styles'
import { defineFirstComponents } from './components/first-components'
import { createEventSender } from './event-sender'
import { listenToAnimations, listenToTouches } from './gestures/touch-events'
import { features } from './late-parts/features'
import { createPartPreparation } from './late-parts/prepare-parts'
import { createScriptRunner } from './late-parts/run-scripts'
import { createPage } from './page/page'
import { createOrderedHandler } from './page/ordered-handler'
import { createProgramFiles } from './page/program-files'
import { createNodeTable } from './tree/node-table'

/** Entry of a page frame. It waits, warm, until the container says which page it shows. */
type OpenMessage = Extract<HostToFrame, { type: 'open' }>

// An ordinary first style sheet: the program's own rules of equal weight win over it.
addComponentStyles(baseCss)
defineFirstComponents()

addEventListener('message', function onOpen(event: MessageEvent<OpenMessage>) {
  if (event.source !== parent || event.data?.type !== 'open' || event.ports.length !== 2) return
  removeEventListener('message', onOpen)
  void open(event.data, event.ports[0]!, event.ports[1]!)
})

parent.postMessage({ type: 'frame-ready' } satisfies FrameToHost, '*')

async function open(message: OpenMessage, workerPort: MessagePort, hostPort: MessagePort): Promise<void> {
  const toWorker = (data: FromFrame, transfer: Transferable[] = []): void =>
    workerPort.postMessage(data, transfer)
  const toHost = (data: FrameToHost): void => hostPort.postMessage(data)
  const nodes = createNodeTable(document.body)
  const reportError = (error: unknown, where: string): void => {
    const text = error instanceof Error ? error.message : String(error)
    toWorker({
      type: 'error',
      message: `${text} (${where})`,
      stack: error instanceof Error ? error.stack : undefined,
    })
  }
  addEventListener('error', (event) => reportError(event.error ?? event.message, 'page frame'))
  const runner = createScriptRunner(
    message.viewScripts,
    (name) => toHost({ type: 'part', name }),
    reportError,
  )
  let handleHost = (data: HostToFrame): void => void early.push(data)
  const early: HostToFrame[] = []
  hostPort.onmessage = ({ data }: MessageEvent<HostToFrame>) => {
    if (data.type === 'script') runner.receive(data.name, data.text)
    else handleHost(data)
  }
  for (const tag of message.tags) {
    const part = viewPartOf(tag)
    if (part) void runner.load(part)
  }
  await Promise.all(message.viewScripts.map(runner.wait))
  const scripts = features.createViewScripts?.({ nodes, post: toWorker, reportError })
  const sender = createEventSender(toWorker, scripts)
  const files = createProgramFiles(async (path) => {
    const call = components.port.widget('resolve-file', { path })
    return call.result.finally(() => call.close()) as Promise<Blob | null>
  })
  const components = createComponentPort({ message, files, sender, toWorker, toHost })
  const page = createPage({ message, nodes, files, sender, scripts, components, toWorker, toHost })
  listenToTouches(document, sender)
  listenToAnimations(document, sender)
  handleHost = (data) => {
    if (!components.handleHost(data)) page.handleHost(data)
  }
  early.forEach(handleHost)
  const handle = createOrderedHandler([files.prepare, createPartPreparation(runner)], page.handleWorker)
  workerPort.onmessage = (event: MessageEvent<ToFrame>) => handle(event.data)
}
