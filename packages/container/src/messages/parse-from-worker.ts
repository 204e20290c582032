import type { FromWorker } from '@sampan/protocol'
import { describeArguments } from './describe-arguments'
import { type Fields, clip, isId, ownFields } from './own-fields'

/** Hand-written because it is on the path of every call. Answers undefined for anything that is not a message. */
export function parseFromWorker(data: unknown): FromWorker | undefined {
  const fields = ownFields(data)
  if (!fields) return undefined
  switch (fields.type) {
    case 'ready':
      return { type: 'ready' }
    case 'call':
      return parseCall(fields)
    case 'reply':
      return isId(fields.replyId)
        ? { type: 'reply', replyId: fields.replyId, value: fields.value }
        : undefined
    case 'load-package':
      return isName(fields.id, 200) ? { type: 'load-package', id: fields.id } : undefined
    case 'page-ready':
      return isId(fields.pageId) ? { type: 'page-ready', pageId: fields.pageId } : undefined
    case 'console':
      return parseConsole(fields)
    case 'error':
      return parseError(fields)
    default:
      return undefined
  }
}

function parseCall(fields: Fields): FromWorker | undefined {
  const { id, api, params } = fields
  if (!isId(id) || !isName(api, 80)) return undefined
  return { type: 'call', id, api, params }
}

const CONSOLE_LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const

function parseConsole(fields: Fields): FromWorker | undefined {
  const level = CONSOLE_LEVELS.find((known) => known === fields.level)
  if (!level || !Array.isArray(fields.args)) return undefined
  return { type: 'console', level, args: describeArguments(fields.args) }
}

const ERROR_KINDS = ['uncaught', 'unhandled-rejection', 'page-not-found'] as const

function parseError(fields: Fields): FromWorker | undefined {
  const kind = ERROR_KINDS.find((known) => known === fields.kind)
  if (!kind || typeof fields.message !== 'string') return undefined
  return {
    type: 'error',
    kind,
    message: clip(fields.message, 4_000),
    ...(typeof fields.stack === 'string' ? { stack: clip(fields.stack, 16_000) } : {}),
    ...(isId(fields.pageId) ? { pageId: fields.pageId } : {}),
  }
}

function isName(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength
}
