import type { FromFrame, FrameToHost, HostToFrame, ToFrame } from '@sampan/protocol'
import baseCss from './base.css'
import { createComponentPort } from './component-port'
import { addComponentStyles } from './components/page-styles/page-styles'
import { defineFirstComponents } from './components/first-components'
import { createEventSender } from './event-sender'
import { listenToAnimations, listenToTouches } from './gestures/touch-events'
import { features } from './late-parts/features'
import { createPartLoader, loadScript, type PartLoader } from './late-parts/load-part'
import { partOfTag } from './late-parts/part-of-tag'
import { createPartPreparation } from './late-parts/prepare-parts'
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

if (document.body) announce()
else addEventListener('DOMContentLoaded', announce)

function announce(): void {
  parent.postMessage({ type: 'frame-ready' } satisfies FrameToHost, '*')
}

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
  const parts = createPartLoader(reportError)
  await Promise.all(startScripts(message, parts, reportError))
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
  hostPort.onmessage = (event: MessageEvent<HostToFrame>) => {
    if (!components.handleHost(event.data)) page.handleHost(event.data)
  }
  const handle = createOrderedHandler([files.prepare, createPartPreparation(parts)], page.handleWorker)
  workerPort.onmessage = (event: MessageEvent<ToFrame>) => handle(event.data)
}

/** Asks for everything the page is known to need. Answers what must be there before anything else happens. */
function startScripts(
  { viewScripts, tags }: OpenMessage,
  parts: PartLoader,
  reportError: (error: unknown, where: string) => void,
): (Promise<void> | undefined)[] {
  const first = viewScripts.length > 0 ? [parts.load('wxs')] : []
  for (const url of viewScripts)
    first.push(loadScript(url).catch((error: unknown) => reportError(error, url)))
  for (const tag of tags) {
    const part = partOfTag(tag)
    if (part) void parts.load(part)
  }
  return first
}
