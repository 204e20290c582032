import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { runInThisContext } from 'node:vm'
import { createCompiler } from '@sampan/compiler'
import type {
  BundleManifest,
  Environment,
  FromFrame,
  FromWorker,
  RouteType,
  ToFrame,
  ToWorker,
} from '@sampan/protocol'
import { createHostPort, createProgram, type Program } from '@sampan/runtime'
import { createMemoryView, type MemoryNode, type MemoryView } from './memory-view'
import { projectFiles } from './project-files'

export interface TestPage {
  id: number
  view: MemoryView
  /** Everything that the worker sent, batches aside. */
  messages: ToFrame[]
  send(message: FromFrame): void
  /** A tap on the first node whose id attribute is this. */
  tap(idAttribute: string): Promise<void>
  event(idAttribute: string, name: string, detail?: unknown, bubbles?: boolean): Promise<void>
}

export interface TestProgram {
  manifest: BundleManifest
  diagnostics: string[]
  errors: string[]
  logs: string[]
  /** Answers capability calls; `undefined` refuses with `not supported`. */
  onCall: (api: string, params: unknown) => unknown
  open(route: string, query?: Record<string, string>, routeType?: RouteType): Promise<TestPage>
  back(): Promise<void>
  send(message: ToWorker): void
  settle(): Promise<void>
  /** Calls in the order they came. */
  calls: { api: string; params: unknown }[]
}

const ENVIRONMENT: Environment = {
  windowWidth: 375,
  windowHeight: 603,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  pixelRatio: 2,
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
  menuButton: { width: 87, height: 32, top: 24, right: 368, bottom: 56, left: 281 },
  theme: 'light',
  language: 'en',
  brand: 'devtools',
  model: 'test',
  system: 'test',
  platform: 'devtools',
  hostVersion: '8.0.5',
  hostName: 'Sampan',
  sdkVersion: '3.6.0',
  networkType: 'wifi',
  fontSizeSetting: 16,
  deviceOrientation: 'portrait',
  envVersion: 'develop',
  version: '',
  authSetting: {},
  storageLimitKb: 10240,
}

/** Compiles a project given as path → text and runs it in this process, with a memory view for each page. */
export async function runProgram(files: Record<string, string>): Promise<TestProgram> {
  const build = await createCompiler({ files: projectFiles(files), minify: false, sourceMap: false }).build()
  const diagnostics = build.diagnostics.map(
    (item) => `${item.file}:${item.line} ${item.code} ${item.message}`,
  )
  if (!build.manifest) throw new Error(`no bundle: ${diagnostics.join('; ')}`)
  const { manifest } = build
  const { port1: hostEnd, port2: workerEnd } = new MessageChannel()
  const pages: TestPage[] = []
  const program: TestProgram = {
    manifest,
    diagnostics,
    errors: [],
    logs: [],
    calls: [],
    onCall: () => undefined,
    open,
    back,
    send: (message) => hostEnd.postMessage(message),
    settle,
  }

  let running: Program | undefined
  const host = createHostPort(workerEnd as unknown as MessagePort, (message, ports) => {
    if (message.type === 'launch') {
      running = createProgram(message, host, {
        runScript: (text) => void runInThisContext(text),
        addGlobalListener() {},
      })
    } else running?.handle(message, ports)
  })

  hostEnd.on('message', (message: FromWorker) => {
    if (message.type === 'error') program.errors.push(message.message)
    else if (message.type === 'console') program.logs.push(message.args.map(String).join(' '))
    else if (message.type === 'load-package') sendPackage(message.id)
    else if (message.type === 'call') answerCall(message)
  })

  function answerCall(message: Extract<FromWorker, { type: 'call' }>): void {
    program.calls.push({ api: message.api, params: message.params })
    const value = program.onCall(message.api, message.params)
    if (message.id === 0) return
    hostEnd.postMessage(
      value === undefined
        ? { type: 'result', id: message.id, error: { message: 'not supported' } }
        : { type: 'result', id: message.id, value },
    )
  }

  function textOf(path: string): string {
    const content = build.files.get(path)
    return typeof content === 'string' ? content : new TextDecoder().decode(content)
  }

  function sendPackage(id: string): void {
    program.send({
      type: 'package',
      id,
      serviceScript: textOf(`packages/${id}/service.js`),
      styles: JSON.parse(textOf(`packages/${id}/styles.json`)) as Record<string, string>,
    })
  }

  /** Messages are tasks and batches are microtasks: a few turns of the loop see all of them through. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setTimeout(resolve))
  }

  async function open(
    route: string,
    query: Record<string, string> = {},
    routeType: RouteType = 'navigateTo',
  ) {
    const top = pages.at(-1)
    const { port1: frameEnd, port2: pageEnd } = new MessageChannel()
    const page = createTestPage(pages.length + 1, frameEnd, settle)
    const packageId = manifest.pages[route]?.packageId
    if (packageId !== undefined && packageId !== 'main') sendPackage(packageId)
    hostEnd.postMessage(
      {
        type: 'route',
        routeType: top ? routeType : 'appLaunch',
        unload: [],
        hide: top?.id,
        show: page.id,
        open: {
          route,
          query,
          isTab: manifest.app.tabBar?.list.some((item) => item.pagePath === route) ?? false,
        },
      } satisfies ToWorker,
      [pageEnd as never],
    )
    pages.push(page)
    await settle()
    return page
  }

  async function back(): Promise<void> {
    const closing = pages.pop()
    program.send({ type: 'route', routeType: 'navigateBack', unload: [closing!.id], show: pages.at(-1)!.id })
    await settle()
  }

  program.send({
    type: 'launch',
    manifest,
    baseUrl: 'http://localhost/bundle/',
    options: { path: manifest.app.entryPagePath, query: {}, scene: 1001 },
    environment: ENVIRONMENT,
    storage: {},
    // They are in this script.
    parts: {},
  })
  sendPackage('main')
  await settle()
  return program
}

function createTestPage(id: number, port: NodePort, settle: () => Promise<void>): TestPage {
  const view = createMemoryView()
  const messages: ToFrame[] = []
  let seq = 0
  port.on('message', (message: ToFrame) => {
    if (message.type === 'batch') view.apply(message.batch)
    else messages.push(message)
  })
  const page: TestPage = {
    id,
    view,
    messages,
    send: (message) => port.postMessage(message),
    tap: (idAttribute) => page.event(idAttribute, 'tap', { x: 1, y: 1 }, true),
    async event(idAttribute, name, detail = {}, bubbles = false) {
      const node = view.find((item) => item.idAttribute === idAttribute)
      if (!node) throw new Error(`no node has the id ${idAttribute}`)
      const touches = bubbles ? { touches: [], changedTouches: [] } : {}
      const event = { node: node.id, name, detail, bubbles, timeStamp: 1, ...touches }
      // As the frame does: nothing is told that nobody listens to.
      if (isListenedTo(node, name)) page.send({ type: 'event', seq: ++seq, ...event })
      await settle()
    },
  }
  return page
}

function isListenedTo(target: MemoryNode, name: string): boolean {
  for (let node: MemoryNode | undefined = target; node; node = node.parent)
    if (node.listeners[name]) return true
  return false
}
