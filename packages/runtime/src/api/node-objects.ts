import type { CanvasDescription } from '@sampan/protocol'
import type { ApiContext, PageView } from './api-context'
import { createLegacyContext } from './canvas/canvas'
import { canvasNodeOf } from './canvas/canvas-node'
import { createScrollViewContext } from './interface/scroll-view-context'
import type { NodeObjectMaker } from './interface/selector-query'
import { createComponentContext } from './media/component-contexts'

/**
 * What `NodesRef.context()` and `NodesRef.node()` answer, by what the frame says of the node. Undefined for nodes that
 * have no such object.
 */
export function createNodeObjectMaker(context: ApiContext): NodeObjectMaker {
  return (kind, description, page, node) => {
    const type = typeOf(description)
    if (type === 'canvas') return canvasObject(context, kind, description as CanvasDescription, page, node)
    if (type === 'scroll-view')
      return kind === 'node' ? createScrollViewContext(context, page, node) : undefined
    return kind === 'context' && type
      ? createComponentContext(context, type, () => ({ page, node }))
      : undefined
  }
}

function canvasObject(
  context: ApiContext,
  kind: 'context' | 'node',
  description: CanvasDescription,
  page: PageView,
  node: number,
): unknown {
  if (kind === 'context') return createLegacyContext(context, () => ({ page, node }))
  if (description.canvasType !== '') return canvasNodeOf(context, page, node, description)
  context.warn('SelectorQuery.node(): a canvas without type="2d" or "webgl" has no node object')
  return undefined
}

function typeOf(description: unknown): string | undefined {
  const type = (description as { type?: unknown } | null | undefined)?.type
  return typeof type === 'string' ? type : undefined
}
