import { ListenerFlag } from '@sampan/protocol'
import { factsOf, type NodeFacts } from './node-table'

export interface PathEntry {
  element: HTMLElement
  facts: NodeFacts
}

/** The worker's nodes that an event passes, from the target up. Insides of built-in components are left out. */
export function eventPath(event: Event): PathEntry[] {
  return event.composedPath().flatMap((target) => {
    const facts = factsOf(target)
    return facts && target instanceof HTMLElement ? [{ element: target, facts }] : []
  })
}

export function pathFrom(element: Element): PathEntry[] {
  const path: PathEntry[] = []
  for (let node: Node | null = element; node; node = parentAcrossShadow(node)) {
    const facts = factsOf(node)
    if (facts && node instanceof HTMLElement) path.push({ element: node, facts })
  }
  return path
}

function parentAcrossShadow(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot
  return node instanceof ShadowRoot ? node.host : node.parentNode
}

export function isWanted(path: readonly PathEntry[], type: string): boolean {
  return path.some(({ facts }) => facts.listeners?.[type] || facts.viewListeners?.has(type))
}

/**
 * Whether a `catch` on the way stops the browser's own reaction (scrolling, most of all). A scroll-view below the
 * element that catches goes on scrolling: popups with long content are made so.
 */
export function isCaught(path: readonly PathEntry[], type: string): boolean {
  const CATCHES = ListenerFlag.Catch | ListenerFlag.CaptureCatch
  for (const { element, facts } of path) {
    const flags = (facts.listeners?.[type] ?? 0) | (facts.viewListeners?.get(type)?.flags ?? 0)
    if ((flags & CATCHES) !== 0) return true
    if (element.localName === 'wx-scroll-view') return false
  }
  return false
}
