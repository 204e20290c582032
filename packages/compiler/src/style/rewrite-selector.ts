import { BUILT_IN_TAGS } from '@sampan/protocol'

/** Stands for the class prefix in emitted text: `<scope>--`, or nothing. */
export const PREFIX_MARK = '\u0001'
/** Stands for the component's host with the weight of an attribute. */
export const HOST_MARK = '\u0002'
/** Stands for the host where `:host` stands alone: below any class of whoever uses the component. */
export const WEAK_HOST_MARK = '\u0003'

/** Pseudo-classes whose arguments are no selectors. */
const OPAQUE_ARGUMENTS = /^(?:lang|dir|part|highlight|view-transition.*|state|nth-(?:last-)?(?:col|of-type))$/
const IDENTIFIER = /(?:[-\w\u0080-\uffff]|\\[0-9a-f]{1,6}\s?|\\[^\n])+/iy
const NTH_FORMULA = /[-+\s\dn]*(?:even|odd)?\s*(?:of\b)?/iy
const ATTRIBUTE = /\[\s*([-\w:|]+)\s*(?:([~^$*|]?=)\s*("[^"]*"|'[^']*'|[^\]\s]+)\s*([is])?\s*)?\]/iy

const LONE_HOST = new RegExp(`((?:^|,)\\s*)${HOST_MARK}(?=\\s*(?:,|$))`, 'g')

export interface SelectorOutput {
  /** With marks in place of what depends on the scope. */
  text: string
  /** `>>>` or a name for it, which is read as a descendant combinator. */
  deepCombinator?: string
}

/**
 * One selector list: tags become `wx-<tag>`, `page` becomes `body`, classes get the prefix mark, `:host` the host
 * marks. Anything that is not understood stays as it is: a browser then ignores the rule, as it does in WeChat.
 */
export function rewriteSelector(selector: string): SelectorOutput {
  let out = ''
  let at = 0
  let deepCombinator: string | undefined

  const identifierAt = (index: number): string => {
    IDENTIFIER.lastIndex = index
    return IDENTIFIER.exec(selector)?.[0] ?? ''
  }

  while (at < selector.length) {
    const char = selector[at]!
    if (char === '.') {
      const name = identifierAt(at + 1)
      out += name ? '.' + PREFIX_MARK + name : char
      at += 1 + name.length
    } else if (char === '#') {
      const name = identifierAt(at + 1)
      out += char + name
      at += 1 + name.length
    } else if (char === ':') {
      const colons = selector[at + 1] === ':' ? '::' : ':'
      const name = identifierAt(at + colons.length)
      at += colons.length + name.length
      const lower = name.toLowerCase()
      if (selector[at] !== '(') {
        if (colons === ':' && lower === 'host') out += HOST_MARK
        else if (lower === 'v-deep') {
          out += ' '
          deepCombinator = '::v-deep'
        } else out += colons + name
      } else if (lower === 'host' && colons === ':') {
        // `:host(.a)` is the host if it matches `.a`.
        out += HOST_MARK + ':is('
        at++
      } else if (colons === '::' || OPAQUE_ARGUMENTS.test(lower)) {
        const end = closingBracket(selector, at)
        out += colons + name + selector.slice(at, end)
        at = end
      } else {
        out += colons + name + '('
        at++
        if (lower === 'nth-child' || lower === 'nth-last-child') {
          NTH_FORMULA.lastIndex = at
          const formula = NTH_FORMULA.exec(selector)?.[0] ?? ''
          out += formula
          at += formula.length
        }
      }
    } else if (char === '[') {
      ATTRIBUTE.lastIndex = at
      const match = ATTRIBUTE.exec(selector)
      if (match) {
        out += rewriteAttribute(match)
        at += match[0].length
      } else {
        const end = closingBracket(selector, at)
        out += selector.slice(at, end)
        at = end
      }
    } else if (char === '"' || char === "'") {
      const end = endOfString(selector, at)
      out += selector.slice(at, end)
      at = end
    } else if (char === '>' && selector.startsWith('>>>', at)) {
      out += ' '
      deepCombinator = '>>>'
      at += 3
    } else if (char === '/' && selector.startsWith('/deep/', at)) {
      out += ' '
      deepCombinator = '/deep/'
      at += 6
    } else if (/[-\w\\\u0080-\uffff]/.test(char)) {
      const name = identifierAt(at)
      out += name && !/^\d/.test(name) ? rewriteTag(name) : name || char
      at += name.length || 1
    } else {
      out += char
      at++
    }
  }
  return {
    text: out.includes(HOST_MARK) ? out.replace(LONE_HOST, '$1' + WEAK_HOST_MARK) : out,
    deepCombinator,
  }
}

function rewriteTag(name: string): string {
  const lower = name.toLowerCase()
  if (lower === 'page') return 'body'
  // Programs that style the inside of built-in components write the frame's own tag, as they saw it in the tools.
  if (lower.startsWith('wx-') && BUILT_IN_TAGS.has(lower.slice(3))) return name
  return 'wx-' + name
}

/** Selectors that look into the `class` attribute see prefixed classes. */
function rewriteAttribute(match: RegExpExecArray): string {
  const [text, name, operator, quoted, flag] = match
  if (name!.toLowerCase() !== 'class' || quoted === undefined || operator === '$=') return text!
  const quote = quoted[0] === '"' || quoted[0] === "'" ? quoted[0] : ''
  const value = quote ? quoted.slice(1, -1) : quoted
  const marked =
    operator === '*='
      ? value.replace(/(\s)(?=\S)/g, '$1' + PREFIX_MARK)
      : value.replace(/(^|\s)(?=\S)/g, '$1' + PREFIX_MARK)
  return `[class${operator}${quote || '"'}${marked}${quote || '"'}${flag ? ' ' + flag : ''}]`
}

function endOfString(text: string, start: number): number {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at + 1
  }
  return text.length
}

function closingBracket(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"' || char === "'") at = endOfString(text, at) - 1
    else if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') {
      if (--depth === 0) return at + 1
    }
  }
  return text.length
}
