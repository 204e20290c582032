import type { FromFrame, FrameToHost, HostToFrame, ToFrame } from '@sampan/protocol'
import baseCss from './base.css'
import { createComponentPort } from './component-port'
import { addComponentStyles } from './components/page-styles/page-styles'
import { registerContainerComponents } from './components/containers'
import { registerFormComponents } from './components/forms'
import { createEventSender } from './event-sender'
import { listenToAnimations, listenToTouches } from './gestures/touch-events'
import { createPage } from './page/page'
import { createOrderedHandler, createProgramFiles } from './page/program-files'
import { createNodeTable } from './tree/node-table'
import { freezeBuiltInFunctions } from './view-scripts/freeze-built-in-functions'
import { createViewScripts } from './view-scripts/view-scripts'

/** Entry of a page frame. It waits, warm, until the container says which page it shows. */
type OpenMessage = Extract<HostToFrame, { type: 'open' }>

// An ordinary first style sheet: the program's own rules of equal weight win over it.
addComponentStyles(baseCss)
registerFormComponents()
registerContainerComponents()

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
  const scripts = createViewScripts(nodes, toWorker, reportError)
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
  if (message.viewScripts.length > 0) freezeBuiltInFunctions()
  await Promise.all(message.viewScripts.map((url) => loadScript(url, reportError)))
  const handle = createOrderedHandler(files, (data) => page.handleWorker(data))
  workerPort.onmessage = (event: MessageEvent<ToFrame>) => handle(event.data)
}

function loadScript(url: string, reportError: (error: unknown, where: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = () => resolve()
    script.onerror = () => {
      reportError(new Error('a view script could not be loaded'), url)
      resolve()
    }
    document.head.append(script)
  })
}
