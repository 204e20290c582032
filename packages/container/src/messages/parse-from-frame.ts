import type { FrameToHost } from '@sampan/protocol'
import { clip, isId, ownFields } from './own-fields'

/** It becomes part of a file's name in the runtime's folder. */
const PART_NAME = /^[a-z][a-z-]{1,30}$/

/** Frames run the program's WXS, so they are trusted no more than the worker. */
export function parseFromFrame(data: unknown): FrameToHost | undefined {
  const fields = ownFields(data)
  if (!fields) return undefined
  switch (fields.type) {
    case 'painted':
      return { type: 'painted' }
    case 'part':
      return typeof fields.name === 'string' && PART_NAME.test(fields.name)
        ? { type: 'part', name: fields.name }
        : undefined
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
