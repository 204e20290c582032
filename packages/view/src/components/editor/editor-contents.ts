import { Delta } from 'quill/core'
import { isFormat } from './editor-formats'

/** A delta of the program, reduced to what the editor has formats for. */
export function sanitiseDelta(input: unknown): Delta {
  const delta = new Delta()
  const ops = isRecord(input) ? input.ops : input
  if (!Array.isArray(ops)) return delta
  for (const op of ops as unknown[]) {
    if (!isRecord(op)) continue
    const insert = sanitiseInsert(op.insert)
    if (insert !== undefined) delta.insert(insert, sanitiseAttributes(op.attributes))
  }
  return delta
}

function sanitiseInsert(insert: unknown): string | Record<string, unknown> | undefined {
  if (typeof insert === 'string') return insert
  if (!isRecord(insert)) return undefined
  if (typeof insert.image === 'string') return { image: insert.image }
  return 'divider' in insert ? { divider: true } : undefined
}

function sanitiseAttributes(attributes: unknown): Record<string, unknown> {
  if (!isRecord(attributes)) return {}
  const known = Object.entries(attributes).filter(
    ([name, value]) => isFormat(name) && ['string', 'number', 'boolean'].includes(typeof value),
  )
  return Object.fromEntries(known)
}

/** The library writes every blank as `&nbsp;`; only runs of them need it. */
export function tidyHtml(html: string): string {
  return html.replace(/(?<!&nbsp;)&nbsp;(?!&nbsp;)/g, ' ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
