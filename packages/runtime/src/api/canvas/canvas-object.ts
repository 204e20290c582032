import type { CanvasDescription } from '@sampan/protocol'
import type { CreateNodeObject } from '../late-parts'
import { createLegacyContext } from './canvas'
import { canvasNodeOf } from './canvas-node'

/** What `NodesRef` answers for a canvas. */
export const createCanvasObject: CreateNodeObject = (context, kind, description, page, node) => {
  if (kind === 'context') return createLegacyContext(context, () => ({ page, node }))
  const canvas = description as CanvasDescription
  if (canvas.canvasType !== '') return canvasNodeOf(context, page, node, canvas)
  context.warn('SelectorQuery.node(): a canvas without type="2d" or "webgl" has no node object')
  return undefined
}
