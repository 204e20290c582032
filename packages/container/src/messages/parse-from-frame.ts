import { type FrameToHost, VIEW_PARTS, type ViewPart } from '@sampan/protocol'
import { clip, isId, ownFields } from './own-fields'

const partNames: ReadonlySet<unknown> = new Set(VIEW_PARTS)

/** Frames run the program's WXS, so they are trusted no more than the worker. */
export function parseFromFrame(data: unknown): FrameToHost | undefined {
  const fields = ownFields(data)
  if (!fields) return undefined
  switch (fields.type) {
    case 'painted':
      return { type: 'painted' }
    case 'part':
      return partNames.has(fields.name) ? { type: 'part', name: fields.name as ViewPart } : undefined
    case 'widget': {
      const { id, name, params } = fields
      if (!isId(id) || typeof name !== 'string' || name.length === 0 || name.length > 80) return undefined
      return { type: 'widget', id, name, params }
    }
    case 'widget-update':
      return isId(fields.id) ? { type: 'widget-update', id: fields.id, params: fields.params } : undefined
    case 'widget-close':
      return isId(fields.id) ? { type: 'widget-close', id: fields.id } : undefined
    case 'error':
      if (typeof fields.message !== 'string') return undefined
      return {
        type: 'error',
        message: clip(fields.message, 4_000),
        ...(typeof fields.stack === 'string' ? { stack: clip(fields.stack, 16_000) } : {}),
      }
    default:
      return undefined
  }
}
