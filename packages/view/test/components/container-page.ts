// Runs in the test page: registers the components, of all parts, and stands in for the frame with a port that records.
import { BuiltInElement, type ComponentPort } from '../../src/built-in-element'
import { defineFirstComponents } from '../../src/components/first-components'
import { setMapTileSource, tileSourceOf } from '../../src/components/map/map-tile-source'
import { setPageVisible } from '../../src/components/scheduling/page-visibility'
import '../../src/parts/canvas'
import '../../src/parts/content'
import '../../src/parts/forms'
import '../../src/parts/live'
import '../../src/parts/map'
import '../../src/parts/movable'
import '../../src/parts/page'
import { setPlainAttribute } from '../../src/tree/plain-attributes'
import '../../src/parts/picker-view'
import '../../src/parts/skyline'
import '../../src/parts/swiper'
import '../../src/parts/video'

export interface RecordedEvent {
  kind: 'event' | 'model'
  target: string
  name: string
  detail: unknown
}

/** [tag, attributes, children] with template names; `id`, `class` and `style` are the element's own. */
export type Tree = string | [tag: string, attributes?: Record<string, unknown>, ...children: Tree[]]

interface PendingWidget {
  name: string
  params: unknown
  updates: unknown[]
  closed: boolean
  resolve(value: unknown): void
  reject(error: Error): void
  onEvent?: (name: string, detail: unknown) => void
}

const events: RecordedEvent[] = []
const widgets: PendingWidget[] = []
const notWanted = new Set<string>()
let seq = 0
let ack: number | undefined

function record(kind: 'event' | 'model', element: BuiltInElement, name: string, detail: unknown): void {
  seq += 1
  events.push({
    kind,
    target: element.id || element.localName.slice(3),
    name,
    detail: structuredClone(detail),
  })
}

const port: ComponentPort = {
  wants: (_element, name) => !notWanted.has(name),
  emit: (element, name, detail) => record('event', element, name, detail),
  model: (element, name, value) => record('model', element, name, value),
  widget(name, params, onEvent) {
    const widget = {
      name,
      params,
      updates: [] as unknown[],
      closed: false,
      onEvent,
    } as unknown as PendingWidget
    const result = new Promise<unknown>((resolve, reject) => Object.assign(widget, { resolve, reject }))
    result.catch(() => {})
    widgets.push(widget)
    harness.onWidget?.(widget)
    return {
      result,
      update: (changed) => widget.updates.push(changed),
      close: () => (widget.closed = true),
    }
  },
  resolveUrl: (path) => (/^[a-z]+:/.test(path) ? path : `/files/${path.replace(/^\//, '')}`),
  currentAck: () => ack ?? seq,
  lastSeq: () => seq,
}

function build(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree)
  const [tag, attributes = {}, ...children] = tree
  const element = document.createElement(`wx-${tag}`)
  if (element instanceof BuiltInElement) element.port = port
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value)
  const host = element instanceof BuiltInElement ? element.childHost : element
  for (const child of children) host.append(build(child))
  return element
}

function setAttribute(element: Element, name: string, value: unknown): void {
  if (name === 'id' || name === 'class' || name === 'style' || name === 'slot') {
    if (value === undefined || value === null) element.removeAttribute(name)
    else element.setAttribute(name, String(value))
  } else if (element instanceof BuiltInElement) element.setProperty(name, value ?? undefined)
  else if (element instanceof HTMLElement) setPlainAttribute(element, name, value)
}

function find(selector: string): Element {
  const element = document.querySelector(selector)
  if (!element) throw new Error(`no element ${selector}`)
  return element
}

function finishBatch(): void {
  for (const element of document.querySelectorAll('*')) {
    if (element instanceof BuiltInElement) element.batchApplied?.()
  }
}

const harness = {
  /** Answers widgets. */
  onWidget: undefined as ((widget: PendingWidget) => void) | undefined,
  events,
  widgets,
  notWanted,
  setPageVisible,
  setMapTiles: (template: string | undefined, attribution: string) =>
    setMapTileSource(template === undefined ? undefined : tileSourceOf(template, attribution)),
  setAck: (value: number | undefined) => (ack = value),
  seq: () => seq,
  build,
  find: (selector: string) => find(selector) as BuiltInElement,
  mount(...trees: Tree[]): void {
    document.body.replaceChildren()
    events.length = 0
    widgets.length = 0
    document.body.append(...trees.map(build))
    finishBatch()
  },
  set(selector: string, attributes: Record<string, unknown>): void {
    const element = find(selector)
    for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value)
    finishBatch()
  },
  append(selector: string, ...trees: Tree[]): void {
    const element = find(selector)
    const host = element instanceof BuiltInElement ? element.childHost : element
    host.append(...trees.map(build))
    finishBatch()
  },
  remove(selector: string): void {
    find(selector).remove()
    finishBatch()
  },
  call: (selector: string, method: string, args: unknown[] = []) =>
    (find(selector) as BuiltInElement).callMethod(method, args),
}

declare global {
  var harness: Harness
}
export type Harness = typeof harness
globalThis.harness = harness
defineFirstComponents()
