import { Op, OP_LENGTHS, type OperationBatch, viewPartOf } from '@sampan/protocol'
import { BuiltInElement, type ComponentPort, replaceRpx } from '../built-in-element'
import { childHostOf, factsOf, type NodeTable } from './node-table'
import { setPlainAttribute } from './plain-attributes'

export interface OperationServices {
  nodes: NodeTable
  port: ComponentPort
  /** Addresses of the program's files in a style text. */
  resolveStyle(style: string): string
  /** A `change:` attribute has a new value. */
  fireViewChange(element: HTMLElement, name: string, value: unknown): void
  /** The `animation` attribute of any element. */
  animate(element: HTMLElement, animation: unknown): void
  /** An attribute of an element that is no rich component. */
  plainAttributeChanged(element: HTMLElement, name: string, value: unknown): void
}

/** Makes a function that applies one batch after another to the page. */
export function createOperationApplier(services: OperationServices) {
  const { nodes, port } = services
  const names: string[] = []

  function createElement(id: number, tag: string): void {
    const element = makeElement(tag)
    if (element instanceof BuiltInElement) {
      element.nodeId = id
      element.port = port
    }
    nodes.addElement(id, element)
  }

  function createHost(id: number, tag: string, scope: string): void {
    const isTaken = customElements.get(`wx-${tag}`) !== undefined || viewPartOf(tag) !== undefined
    const element = isTaken ? document.createElement('wx-host') : makeElement(tag)
    if (scope !== '') element.setAttribute('wx-host', scope)
    nodes.addElement(id, element)
  }

  function insert(parentId: number, childId: number, beforeId: number | undefined): Node | undefined {
    const parent = nodes.get(parentId)
    const child = nodes.get(childId)
    if (!parent || !child) return undefined
    const host = childHostOf(parent)
    const before = beforeId === undefined ? undefined : nodes.get(beforeId)
    host.insertBefore(child, before?.parentNode === host ? before : null)
    return parent
  }

  function setAttribute(id: number, name: string, value: unknown): void {
    const element = nodes.element(id)
    if (!element) return
    if (name === 'animation') services.animate(element, value)
    else if (element instanceof BuiltInElement) element.setProperty(name, value)
    else services.plainAttributeChanged(element, name, value)
    setPlainAttribute(element, name, value)
  }

  return function apply(batch: OperationBatch): void {
    const { operations, values } = batch
    names.length = batch.firstName
    for (const name of batch.names) names.push(name)
    const touched = new Set<BuiltInElement>()
    // Handlers of `change:` look at the page as it is after the batch.
    const changes: (() => void)[] = []
    const touch = (node: Node | undefined): void => {
      if (node instanceof BuiltInElement && node.batchApplied) touched.add(node)
    }

    for (let at = 0; at < operations.length;) {
      const op = operations[at]!
      const a = operations[at + 1]!
      const b = operations[at + 2]!
      const c = operations[at + 3]!
      at += 1 + OP_LENGTHS[op]!
      switch (op) {
        case Op.CreateElement:
          createElement(a, names[b]!)
          break
        case Op.CreateHost:
          createHost(a, names[b]!, names[c]!)
          break
        case Op.CreateText:
          nodes.addText(a, document.createTextNode(values[b] as string))
          break
        case Op.Append:
          touch(insert(a, b, undefined))
          break
        case Op.InsertBefore:
          touch(insert(a, b, c))
          break
        case Op.Remove: {
          const child = nodes.get(b)
          child?.parentNode?.removeChild(child)
          touch(nodes.get(a))
          break
        }
        case Op.Release:
          nodes.release(a)
          break
        case Op.SetText: {
          const text = nodes.get(a)
          if (text) text.nodeValue = values[b] as string
          touch(text?.parentNode ?? undefined)
          break
        }
        case Op.SetId: {
          const element = nodes.element(a)
          if (element) element.id = String(values[b])
          break
        }
        case Op.SetClass:
          nodes.element(a)?.setAttribute('class', names[b]!)
          break
        case Op.SetStyle:
          nodes.element(a)?.setAttribute('style', replaceRpx(services.resolveStyle(String(values[b]))))
          break
        case Op.SetAttribute:
          setAttribute(a, names[b]!, values[c])
          touch(nodes.get(a))
          break
        case Op.RemoveAttribute:
          setAttribute(a, names[b]!, undefined)
          touch(nodes.get(a))
          break
        case Op.SetListener: {
          const element = nodes.get(a)
          const facts = element && factsOf(element)
          if (!facts) break
          facts.listeners ??= Object.create(null) as Record<string, number>
          facts.listeners[names[b]!] = c
          break
        }
        case Op.SetModel: {
          const facts = factsOf(nodes.get(a) ?? null)
          if (!facts) break
          facts.models ??= new Set()
          if (c === 1) facts.models.add(names[b]!)
          else facts.models.delete(names[b]!)
          break
        }
        case Op.SetDataset: {
          const facts = factsOf(nodes.get(a) ?? null)
          if (facts) (facts.dataset ??= {})[names[b]!] = values[c]
          break
        }
        case Op.SetOwner:
          nodes.setOwner(a, b)
          break
        case Op.SetViewListener: {
          const element = nodes.element(a)
          const facts = element && factsOf(element)
          if (!facts) break
          facts.viewListeners ??= new Map()
          facts.viewListeners.set(names[b]!, {
            flags: c,
            module: names[operations[at - 2]!]!,
            name: names[operations[at - 1]!]!,
          })
          break
        }
        case Op.SetViewChange: {
          const facts = factsOf(nodes.get(a) ?? null)
          if (!facts) break
          facts.viewChanges ??= new Map()
          facts.viewChanges.set(names[b]!, {
            module: names[c]!,
            name: names[operations[at - 1]!]!,
            last: undefined,
          })
          break
        }
        case Op.FireViewChange: {
          const element = nodes.element(a)
          const name = names[b]!
          const value = values[c]
          if (element) changes.push(() => services.fireViewChange(element, name, value))
          break
        }
      }
    }
    for (const element of touched) element.batchApplied?.()
    for (const fire of changes) fire()
  }
}

/** Tags come from templates; one that the DOM refuses still needs its place in the tree. */
function makeElement(tag: string): HTMLElement {
  try {
    return document.createElement(`wx-${tag}`)
  } catch {
    return document.createElement('wx-unknown')
  }
}
