import type { ApiContext } from './api-context'
import type { NodeObjectMaker } from './interface/selector-query'
import { createScrollViewContext } from './interface/scroll-view-context'
import { latePart } from './late-parts'

/**
 * What `NodesRef.context()` and `NodesRef.node()` answer, by what the frame says of the node. Undefined for nodes that
 * have no such object.
 */
export function createNodeObjectMaker(context: ApiContext): NodeObjectMaker {
  return (kind, description, page, node) => {
    const type = (description as { type?: unknown } | null | undefined)?.type
    if (typeof type !== 'string') return undefined
    if (type === 'scroll-view')
      return kind === 'node' ? createScrollViewContext(context, page, node) : undefined
    const part = latePart(type === 'canvas' ? 'canvas' : 'players')
    return part?.createNodeObject(context, kind, { ...(description as object), type }, page, node)
  }
}
