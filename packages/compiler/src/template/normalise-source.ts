import { BUILT_IN_TAGS } from '@sampan/protocol'
import { normaliseExpression, normaliseHandler } from './expression'
import { findBuilderSlots } from './builder-slots'
import type { Edit } from './rewrite-source'
import type { Attribute, EndTag, StartTag, TextToken, Token } from './tokenize'

const HYPHEN_DIRECTIVE = /^wx-(if|elif|else|for|for-items|for-item|for-index|key)$/
const EVENT = /^(capture-bind|capture-catch|mut-bind|bind|catch)([A-Za-z_].*)$/
/** What takes a function: an event, under its normal name, or `change:`. */
export const HANDLER = /^(change|capture-bind|capture-catch|mut-bind|bind|catch):/
const WRITTEN_LINE_BREAK = /(?:\\r)?\\n|\\r/g
const KEY_EXPRESSION = /^\{\{\s*([\w$]+)((?:\.[\w$]+)*)\s*\}\}$/

/**
 * Edits that turn what real programs write, and WeChat accepts, into what the template compiler understands:
 * `wx-if` → `wx:if`, `wx:for-items` → `wx:for`, `bindtap` → `bind:tap` (otherwise `bindclick-left` listens to
 * `clickLeft`), `wx:key="{{item.id}}"` → `wx:key="id"`, values without quotes, built-in tags in upper case, a line break
 * that is written as `\n` in a text, the slot values of list builders.
 */
export function normaliseSource(source: string, tokens: readonly Token[]): Edit[] {
  const edits: Edit[] = []
  const modules = findModules(tokens)
  const slots = findBuilderSlots(tokens)
  for (const token of tokens) {
    if (token.kind === 'start-tag') edits.push(...normaliseStartTag(source, token, modules, slots))
    if (token.kind === 'start-tag' || token.kind === 'end-tag') {
      const name = normaliseTagName(token.name)
      if (name !== token.name) edits.push(replaceName(token.nameStart, token.name, name))
    }
    if (token.kind === 'text') edits.push(...normaliseText(source, token))
  }
  return edits
}

/** Whether an attribute's value names one of the WXS modules. */
export function mentionsModule({ mustaches }: Attribute, modules: ReadonlySet<string>): boolean {
  return mustaches.some(({ inner }) => inner.match(/[\w$]+/g)?.some((word) => modules.has(word)))
}

/** Names of the file's WXS modules. */
export function findModules(tokens: readonly Token[]): Set<string> {
  const modules = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'start-tag' || normaliseTagName(token.name) !== 'wxs') continue
    const module = token.attributes.find(({ name }) => name === 'module')?.value
    if (module) modules.add(module)
  }
  return modules
}

/** End tags that end nothing. The template compiler would end the tag around them instead. */
export function findStrayEndTags(tokens: readonly Token[]): EndTag[] {
  const open: string[] = []
  const stray: EndTag[] = []
  for (const token of tokens) {
    if (token.kind === 'start-tag' && !token.selfClosing) open.push(normaliseTagName(token.name))
    if (token.kind !== 'end-tag') continue
    const start = open.lastIndexOf(normaliseTagName(token.name))
    if (start === -1) stray.push(token)
    else open.length = start
  }
  return stray
}

/** Built-in tags are known in any case; other names stay as they are. */
export function normaliseTagName(name: string): string {
  const lower = name.toLowerCase()
  return BUILT_IN_TAGS.has(lower) ? lower : name
}

/** The name under which the template compiler knows an attribute. */
export function normaliseAttributeName(name: string): string {
  const directive = HYPHEN_DIRECTIVE.exec(name)
  const plain = directive ? `wx:${directive[1]}` : name
  if (plain === 'wx:for-items') return 'wx:for'
  const event = EVENT.exec(plain)
  return event ? `${event[1]}:${event[2]}` : plain
}

/** WeChat's compiler reads `\n` in a text as a line break; in data it stays what it is. */
function normaliseText(source: string, { start, end, mustaches }: TextToken): Edit[] {
  const edits = mustaches.flatMap(normaliseExpression)
  let from = start
  for (const { start: to, end: next } of [...mustaches, { start: end, end }]) {
    for (const { index, 0: written } of source.slice(from, to).matchAll(WRITTEN_LINE_BREAK))
      // As an expression: white space alone would be dropped.
      edits.push({ start: from + index, end: from + index + written.length, text: String.raw`{{'\n'}}` })
    from = next
  }
  return edits
}

function normaliseStartTag(
  source: string,
  tag: StartTag,
  modules: ReadonlySet<string>,
  slots: ReadonlyMap<Attribute, string>,
): Edit[] {
  const edits: Edit[] = []
  const itemName = tag.attributes.find(({ name }) => /^wx[:-]for-item$/.test(name))?.value ?? 'item'
  for (const attribute of tag.attributes) {
    const slot = slots.get(attribute)
    if (slot === undefined) edits.push(...normaliseAttribute(attribute, itemName, source, modules))
    else edits.push({ start: attribute.nameStart, end: endOf(attribute, source), text: slot })
  }
  // `<view / >`
  const closing = /\/(\s+)>$/.exec(source.slice(tag.start, tag.end))
  if (tag.selfClosing && closing) edits.push({ start: tag.end - closing[0].length, end: tag.end, text: '/>' })
  return edits
}

function normaliseAttribute(
  attribute: Attribute,
  itemName: string,
  source: string,
  modules: ReadonlySet<string>,
): Edit[] {
  const edits: Edit[] = []
  const name = normaliseAttributeName(attribute.name)
  if (name !== attribute.name) edits.push(replaceName(attribute.nameStart, attribute.name, name))
  if (attribute.value === undefined) return edits
  const { valueStart: start, valueEnd: end } = attribute
  const mark = missingQuote(attribute, source)
  const value = normaliseValue(attribute, name, itemName)
  if (value !== undefined) return [...edits, { start, end, text: mark + value + mark }]
  const isHandler = HANDLER.test(name) && mentionsModule(attribute, modules)
  edits.push(...attribute.mustaches.flatMap(isHandler ? normaliseHandler : normaliseExpression))
  if (mark !== '') edits.push({ start, end: start, text: mark }, { start: end, end, text: mark })
  return edits
}

function endOf({ name, nameStart, value, valueEnd }: Attribute, source: string): number {
  if (value === undefined) return nameStart + name.length
  return /["']/.test(source[valueEnd] ?? '') ? valueEnd + 1 : valueEnd
}

/** Another text for the whole value, if it needs one. */
function normaliseValue(attribute: Attribute, name: string, itemName: string): string | undefined {
  if (name !== 'wx:key' || attribute.mustaches.length === 0) return undefined
  // `{{item.id}}` means `id`, `{{item}}` means `*this`; other expressions name no field.
  const expression = KEY_EXPRESSION.exec(attribute.value!.trim())
  if (!expression) return undefined
  const [, first, path] = expression
  if (path === '') return first === itemName ? '*this' : first!
  return path!.slice(1)
}

/** The mark to put around a value that has none, else ''. */
function missingQuote({ value, valueStart }: Attribute, source: string): string {
  if (value === '' || /["']/.test(source[valueStart - 1]!)) return ''
  return value!.includes('"') ? "'" : '"'
}

function replaceName(start: number, name: string, text: string): Edit {
  return { start, end: start + name.length, text }
}
