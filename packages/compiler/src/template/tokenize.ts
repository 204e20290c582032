/** A `{{ … }}`. Offsets are those of the source; `start` and `end` include the braces. */
export interface Mustache {
  start: number
  end: number
  /** The text between the braces. */
  inner: string
}

export interface Attribute {
  name: string
  nameStart: number
  /** Without quotes. Undefined for an attribute without `=`. */
  value?: string
  /** Of the value's text, inside the quotes. */
  valueStart: number
  valueEnd: number
  mustaches: Mustache[]
}

export type Token =
  | {
      kind: 'start-tag'
      name: string
      nameStart: number
      attributes: Attribute[]
      selfClosing: boolean
      start: number
      end: number
    }
  | { kind: 'end-tag'; name: string; nameStart: number; start: number; end: number }
  | { kind: 'text'; start: number; end: number; mustaches: Mustache[] }
  /** Content of a `<wxs>` element. */
  | { kind: 'script'; start: number; end: number }

export type StartTag = Extract<Token, { kind: 'start-tag' }>
export type EndTag = Extract<Token, { kind: 'end-tag' }>
export type TextToken = Extract<Token, { kind: 'text' }>

const NAME = /[^\s/>="'<]+/y
const SPACE = /\s*/y
const DOUBLE_QUOTED_STOP = /"|\{\{/g
const SINGLE_QUOTED_STOP = /'|\{\{/g
const UNQUOTED_STOP = /[\s>]|\/>|\{\{/g
const TEXT_STOP = /<[A-Za-z_/!?]|\{\{/g
const TAG_END = /(\/\s*)?>/y

/**
 * Splits WXML into tokens the way the template compiler reads it: mustaches may contain quotes and `>`, comments are
 * skipped, the content of `<wxs>` is opaque. Never fails: what makes no sense becomes text.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    if (source.startsWith('<!', at) || source.startsWith('<?', at)) {
      at = skipMeta(source, at)
    } else if (source[at] === '<' && /[A-Za-z_]/.test(source[at + 1] ?? '')) {
      const tag = readStartTag(source, at)
      tokens.push(tag)
      at = tag.end
      if (tag.name.toLowerCase() === 'wxs' && !tag.selfClosing) at = readScript(source, at, tokens)
    } else if (source.startsWith('</', at)) {
      const tag = readEndTag(source, at)
      tokens.push(tag)
      at = tag.end
    } else {
      at = readText(source, at, tokens)
    }
  }
  return tokens
}

function skipMeta(source: string, at: number): number {
  const isComment = source.startsWith('<!--', at)
  const end = source.indexOf(isComment ? '-->' : '>', at + (isComment ? 4 : 2))
  return end === -1 ? source.length : end + (isComment ? 3 : 1)
}

function readStartTag(source: string, start: number): StartTag {
  const name = match(NAME, source, start + 1)
  const tag: StartTag = {
    kind: 'start-tag',
    name,
    nameStart: start + 1,
    attributes: [],
    selfClosing: false,
    start,
    end: source.length,
  }
  let at = start + 1 + name.length
  while (at < source.length) {
    at += match(SPACE, source, at).length
    const char = source[at]
    const closing = match(TAG_END, source, at)
    if (closing !== '') {
      tag.selfClosing = char === '/'
      tag.end = at + closing.length
      return tag
    }
    // A new tag before the end of this one: the author forgot `>`.
    if (char === '<') {
      tag.end = at
      return tag
    }
    const attributeName = match(NAME, source, at)
    if (attributeName === '') {
      at += 1
      continue
    }
    const attribute = readAttribute(source, at, attributeName)
    tag.attributes.push(attribute.attribute)
    at = attribute.end
  }
  return tag
}

function readAttribute(
  source: string,
  nameStart: number,
  name: string,
): { attribute: Attribute; end: number } {
  let at = nameStart + name.length
  const equals = at + match(SPACE, source, at).length
  const attribute: Attribute = { name, nameStart, valueStart: at, valueEnd: at, mustaches: [] }
  if (source[equals] !== '=') return { attribute, end: at }
  at = equals + 1
  at += match(SPACE, source, at).length
  const quote = source[at] === '"' || source[at] === "'" ? source[at]! : ''
  at += quote.length
  attribute.valueStart = at
  const stop = quote === '"' ? DOUBLE_QUOTED_STOP : quote === "'" ? SINGLE_QUOTED_STOP : UNQUOTED_STOP
  for (;;) {
    at = indexOfMatch(stop, source, at)
    if (!source.startsWith('{{', at)) break
    const mustache = readMustache(source, at)
    attribute.mustaches.push(mustache)
    at = mustache.end
  }
  attribute.valueEnd = at
  attribute.value = source.slice(attribute.valueStart, at)
  return { attribute, end: at + quote.length }
}

/** From `{{` to the `}}` that closes it; braces and strings inside are skipped over. */
function readMustache(source: string, start: number): Mustache {
  let depth = 0
  let at = start + 2
  while (at < source.length) {
    const char = source[at]!
    if (char === '"' || char === "'" || char === '`') {
      const close = findStringEnd(source, at)
      at = close === -1 ? at + 1 : close + 1
    } else if (char === '{') {
      depth += 1
      at += 1
    } else if (char === '}' && depth > 0) {
      depth -= 1
      at += 1
    } else if (source.startsWith('}}', at)) {
      return { start, end: at + 2, inner: source.slice(start + 2, at) }
    } else at += 1
  }
  // Nothing closes it with nesting respected: the next `}}` does.
  const close = source.indexOf('}}', start + 2)
  const end = close === -1 ? source.length : close
  return { start, end: close === -1 ? end : end + 2, inner: source.slice(start + 2, end) }
}

function findStringEnd(source: string, start: number): number {
  const quote = source[start]!
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === quote) return at
    else if (source[at] === '\n' && quote !== '`') return -1
  }
  return -1
}

function readEndTag(source: string, start: number): EndTag {
  const nameStart = start + 2 + match(SPACE, source, start + 2).length
  const name = match(NAME, source, nameStart)
  const close = source.indexOf('>', nameStart)
  return { kind: 'end-tag', name, nameStart, start, end: close === -1 ? source.length : close + 1 }
}

function readScript(source: string, start: number, tokens: Token[]): number {
  const closing = /<\/wxs\s*>/gi
  closing.lastIndex = start
  const end = closing.exec(source)?.index ?? source.length
  tokens.push({ kind: 'script', start, end })
  return end
}

function readText(source: string, start: number, tokens: Token[]): number {
  const mustaches: Mustache[] = []
  let at = start + 1
  if (source.startsWith('{{', start)) at = start
  for (;;) {
    at = indexOfMatch(TEXT_STOP, source, at)
    if (!source.startsWith('{{', at)) break
    const mustache = readMustache(source, at)
    mustaches.push(mustache)
    at = mustache.end
  }
  tokens.push({ kind: 'text', start, end: at, mustaches })
  return at
}

function match(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

/** Where the pattern next matches; the end of the source if it does not. */
function indexOfMatch(pattern: RegExp, source: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(source)?.index ?? source.length
}
