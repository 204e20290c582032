import { BUILT_IN_TAGS } from '@sampan/protocol'
import type { Edit } from './rewrite-source'
import type { Attribute, Token } from './tokenize'

const HYPHEN_DIRECTIVE = /^wx-(if|elif|else|for|for-items|for-item|for-index|key)$/
const EVENT = /^(capture-bind|capture-catch|mut-bind|bind|catch)([A-Za-z_].*)$/
const KEY_EXPRESSION = /^\{\{\s*([\w$]+)((?:\.[\w$]+)*)\s*\}\}$/

/**
 * Edits that turn what real programs write, and WeChat accepts, into what the template compiler understands:
 * `wx-if` → `wx:if`, `wx:for-items` → `wx:for`, `bindtap` → `bind:tap` (otherwise `bindclick-left` listens to
 * `clickLeft`), `wx:key="{{item.id}}"` → `wx:key="id"`, built-in tags in upper case.
 */
export function normaliseSource(tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = []
  for (const token of tokens) {
    if (token.kind === 'start-tag' || token.kind === 'end-tag') {
      const lower = token.name.toLowerCase()
      if (lower !== token.name && BUILT_IN_TAGS.has(lower)) {
        edits.push({ start: token.nameStart, end: token.nameStart + token.name.length, text: lower })
      }
    }
    if (token.kind !== 'start-tag') continue
    const itemName = token.attributes.find(({ name }) => /^wx[:-]for-item$/.test(name))?.value ?? 'item'
    for (const attribute of token.attributes) edits.push(...normaliseAttribute(attribute, itemName))
  }
  return edits
}

function normaliseAttribute(attribute: Attribute, itemName: string): Edit[] {
  const edits: Edit[] = []
  const name = normaliseName(attribute.name)
  if (name !== attribute.name) {
    edits.push({ start: attribute.nameStart, end: attribute.nameStart + attribute.name.length, text: name })
  }
  if (name === 'wx:key' && attribute.value?.includes('{')) {
    const key = readKey(attribute.value, itemName)
    if (key !== attribute.value)
      edits.push({ start: attribute.valueStart, end: attribute.valueEnd, text: key })
  }
  return edits
}

function normaliseName(name: string): string {
  const directive = HYPHEN_DIRECTIVE.exec(name)
  const plain = directive ? `wx:${directive[1]}` : name
  if (plain === 'wx:for-items') return 'wx:for'
  const event = EVENT.exec(plain)
  return event ? `${event[1]}:${event[2]}` : plain
}

/** `{{item.id}}` means `id`, `{{item}}` means `*this`; other expressions name no field. */
function readKey(value: string, itemName: string): string {
  const expression = KEY_EXPRESSION.exec(value.trim())
  if (!expression) return value
  const [, first, path] = expression
  if (path === '') return first === itemName ? '*this' : first!
  return path!.slice(1)
}
