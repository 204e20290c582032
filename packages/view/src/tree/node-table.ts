import { ROOT_NODE } from '@sampan/protocol'
import { BuiltInElement } from '../built-in-element'

/** What the frame keeps for an element beside the DOM. */
export interface NodeFacts {
  readonly id: number
  /** event type → `ListenerFlag` of the worker's listeners */
  listeners?: Record<string, number>
  /** event type → handlers of the program's WXS */
  viewListeners?: Map<string, ViewListener>
  viewChanges?: Map<string, ViewHandler & { last: unknown }>
  dataset?: Record<string, unknown>
  /** Host of the component whose template the element is in; an id without an element if it is virtual. */
  owner?: number
  models?: Set<string>
}

export interface ViewHandler {
  module: string
  name: string
}

export interface ViewListener extends ViewHandler {
  flags: number
}

const FACTS = Symbol('facts')
type NodeWithFacts = Node & { [FACTS]?: NodeFacts }

/** Nodes of one page by the worker's ids. Texts have no facts: nothing is asked of them but to change. */
export function createNodeTable(root: Element) {
  const nodes: (Node | undefined)[] = []
  const owned = new Map<number, Set<HTMLElement>>()

  function addElement(id: number, element: Element): void {
    ;(element as NodeWithFacts)[FACTS] = { id }
    nodes[id] = element
  }
  addElement(ROOT_NODE, root)

  return {
    addElement,
    addText(id: number, text: Text): void {
      nodes[id] = text
    },
    get: (id: number): Node | undefined => nodes[id],
    element(id: number): HTMLElement | undefined {
      const node = nodes[id]
      return node instanceof HTMLElement ? node : undefined
    },
    idOf: (node: Node): number | undefined => factsOf(node)?.id,
    setOwner(id: number, owner: number): void {
      const element = nodes[id]
      const facts = factsOf(element ?? null)
      if (!facts || !(element instanceof HTMLElement)) return
      facts.owner = owner
      const elements = owned.get(owner)
      if (elements) elements.add(element)
      else owned.set(owner, new Set([element]))
    },
    /** The elements of a component's template that use view scripts. One set for as long as there are any. */
    ownedBy: (owner: number): ReadonlySet<HTMLElement> => owned.get(owner) ?? new Set(),
    release(id: number): void {
      const node = nodes[id]
      const owner = factsOf(node ?? null)?.owner
      if (owner !== undefined) {
        const elements = owned.get(owner)
        elements?.delete(node as HTMLElement)
        if (elements?.size === 0) owned.delete(owner)
      }
      nodes[id] = undefined
    },
  }
}

export type NodeTable = ReturnType<typeof createNodeTable>

export function factsOf(node: EventTarget | null): NodeFacts | undefined {
  return (node as NodeWithFacts | null)?.[FACTS]
}

/** Where the children of a node go: rich components may keep them inside. */
export function childHostOf(node: Node): Node {
  return node instanceof BuiltInElement ? node.childHost : node
}
