import { type FromFrame, type FrameToHost, type HostToFrame, ROOT_NODE, type ToFrame } from '@sampan/protocol'
import { BuiltInElement } from '../built-in-element'
import type { FrameComponents } from '../component-port'
import { transferablesIn } from '../components/canvas/transferables'
import { attachHover, readHover, viewHover } from '../components/hover/attach-hover'
import { setPageVisible } from '../components/scheduling/page-visibility'
import { attachText } from '../components/text/attach-text'
import type { EventSender } from '../event-sender'
import { features } from '../late-parts/features'
import { createObservers } from '../queries/observers'
import { answerQuery } from '../queries/answer-query'
import { createOperationApplier } from '../tree/apply-operations'
import type { NodeTable } from '../tree/node-table'
import type { ViewScripts } from '../view-scripts/view-scripts'
import { callPageMethod } from './page-methods'
import { applyPageStyle } from './page-style'
import { scrollPageTo, watchPageScroll } from './page-scroll'
import type { ProgramFiles } from './program-files'
import { createPullDown } from './pull-down'

export interface PageParts {
  message: Extract<HostToFrame, { type: 'open' }>
  nodes: NodeTable
  files: ProgramFiles
  sender: EventSender
  /** Undefined if the program has none. */
  scripts: ViewScripts | undefined
  components: FrameComponents
  toWorker(message: FromFrame, transfer?: Transferable[]): void
  toHost(message: FrameToHost): void
}

/** The page that a frame shows: applies what the worker sends and answers what it asks. */
export function createPage({ message, nodes, files, scripts, components, toWorker, toHost }: PageParts) {
  const observers = createObservers(nodes, toWorker)
  const pullDown = createPullDown(message.enablePullDownRefresh, message.backgroundTextStyle, toWorker)
  const sheets = new Set<string>()
  const plainStates = new WeakMap<HTMLElement, PlainState>()
  let painted = false

  const apply = createOperationApplier({
    nodes,
    port: components.port,
    resolveStyle: files.resolveStyle,
    fireViewChange: (element, name, value) => scripts?.fireChange(element, name, value),
    animate: (element, animation) => features.animation?.apply(element, animation),
    plainAttributeChanged,
  })

  const root = document.documentElement
  root.dataset.theme = message.theme
  root.toggleAttribute('data-style-v2', message.styleV2)
  applyPageStyle({
    backgroundColor: message.backgroundColor,
    backgroundTextStyle: message.backgroundTextStyle,
    scrollable: message.scrollable,
  })
  watchPageScroll(message.onReachBottomDistance, toWorker)
  addEventListener('resize', () =>
    toWorker({ type: 'resize', windowWidth: innerWidth, windowHeight: innerHeight }),
  )

  /** Attributes of elements without a class of their own that need code: `hover-class`, and those of `text`. */
  function plainAttributeChanged(element: HTMLElement, name: string, value: unknown): void {
    const isHover = name.startsWith('hover-')
    if (!isHover && !(element.localName === 'wx-text' && TEXT_ATTRIBUTES.has(name))) return
    let state = plainStates.get(element)
    if (!state) {
      state = { properties: {} }
      plainStates.set(element, state)
    }
    const { properties } = state
    properties[name] = value
    if (isHover && !state.hover) state.hover = attachHover(element, () => readHover(properties, viewHover))
    if (isHover) return
    state.text ??= attachText(element, () => properties)
    state.text.refresh()
  }

  function addSheets(added: { key: string; css: string }[]): void {
    for (const { key, css } of added) {
      if (sheets.has(key)) continue
      sheets.add(key)
      const style = document.createElement('style')
      style.textContent = css
      document.head.append(style)
    }
  }

  function firstPaint(): void {
    painted = true
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        toHost({ type: 'painted' })
        toWorker({ type: 'painted' })
      }
      channel.port2.postMessage(null)
    })
  }

  async function answer(id: number, run: () => unknown): Promise<void> {
    try {
      const value = await run()
      toWorker({ type: 'result', id, value }, transferablesIn(value))
    } catch (error) {
      toWorker({ type: 'result', id, error: error instanceof Error ? error.message : String(error) })
    }
  }

  function callNode(id: number, method: string, args: unknown[]): unknown {
    if (id === ROOT_NODE) return callPageMethod(method, args)
    const element = nodes.element(id)
    if (!element) throw new Error('the node is gone')
    if (method === 'animate') return features.animation?.animate(element, args[0], args[1], args[2])
    if (method === 'clearAnimation') return features.animation?.clear(element)
    if (element instanceof BuiltInElement) return element.callMethod(method, args)
    throw new Error(`${element.localName.slice(3)} has no method ${method}`)
  }

  return {
    handleWorker(data: ToFrame): void {
      switch (data.type) {
        case 'batch':
          components.setAck(data.batch.ack)
          apply(data.batch)
          if (!painted) firstPaint()
          return
        case 'styles':
          addSheets(data.sheets)
          return
        case 'call':
          void answer(data.id, () => callNode(data.node, data.method, data.args))
          return
        case 'query':
          void answer(data.id, () => data.requests.map((request) => answerQuery(request, nodes)))
          return
        case 'observe':
          observers.start(data.id, data.observer)
          return
        case 'unobserve':
          observers.stop(data.id)
          return
        case 'page-scroll-to': {
          const target = data.selectorNode === undefined ? undefined : nodes.element(data.selectorNode)
          const top = target ? target.getBoundingClientRect().top + scrollY : (data.scrollTop ?? 0)
          scrollPageTo(top + data.offsetTop, data.durationMs)
          return
        }
        case 'pull-down':
          if (data.action === 'start') pullDown.start()
          else pullDown.stop()
          return
        case 'page-style':
          applyPageStyle(data.style)
          return
      }
    },
    handleHost(data: HostToFrame): void {
      if (data.type === 'theme') root.dataset.theme = data.theme
      else if (data.type === 'visible') setPageVisible(data.visible)
      else if (data.type === 'page-style') applyPageStyle(data.style)
    },
  }
}

interface PlainState {
  properties: Record<string, unknown>
  hover?: () => void
  text?: { refresh(): void }
}

const TEXT_ATTRIBUTES = new Set(['space', 'decode', 'max-lines'])
