import type { DiagnosticCode } from '../diagnostics/catalogue'
import type { DiagnosticParams } from '../diagnostics/diagnose'
import { findUnsupportedSyntax } from './expression'
import { normaliseAttributeName } from './normalise-source'
import type { Attribute, Mustache, StartTag, Token } from './tokenize'

/** An entry of `addTmpl`'s answer; lines and columns are 0-based. */
export interface LibraryMessage {
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  message: string
  startLine: number
  startColumn: number
}

interface Finding {
  code: DiagnosticCode
  params: DiagnosticParams
}

/**
 * Our diagnostic for a message of the template compiler at an offset of the source. Undefined for what WeChat lets
 * pass without a word.
 */
export function translateMessage(
  { level, message }: LibraryMessage,
  offset: number,
  source: string,
  tokens: readonly Token[],
): Finding | undefined {
  const token = tokens.find(({ start, end }) => start <= offset && offset < end)
  const tag = token?.kind === 'start-tag' ? token : undefined
  const attribute = tag?.attributes.find(
    ({ nameStart, valueEnd }) => nameStart <= offset && offset <= valueEnd,
  )
  switch (message) {
    case 'unexpected character inside expression':
    case 'unmatched parenthesis':
    case 'unmatched bracket':
    case 'incomplete condition expression':
    case 'illegal escape sequence':
    case 'this syntax has not been supported yet':
      return describeExpression(offset, attribute, token)
    case 'missing expression end':
      return { code: 'expression-unclosed', params: {} }
    case 'unexpected character':
      return { code: 'template-character', params: { character: source[offset] ?? '' } }
    case 'incomplete tag':
      return { code: 'template-incomplete-tag', params: { tag: tag?.name ?? '' } }
    case 'missing end tag':
      return { code: 'template-end-tag', params: { tag: tag?.name ?? '' } }
    case 'invalid end tag':
      return {
        code: 'template-end-tag-unmatched',
        params: { tag: token?.kind === 'end-tag' ? token.name : '' },
      }
    case 'illegal name prefix':
      return { code: 'template-tag-name', params: { tag: tag?.name ?? '' } }
    case 'invalid attribute prefix':
    case 'invalid attribute name':
      return { code: 'template-attribute-name', params: { attribute: attribute?.name ?? '' } }
    case 'invalid attribute':
      return describeUselessAttribute(tag, attribute)
    case 'duplicated attribute':
      return { code: 'template-attribute-twice', params: { attribute: attribute?.name ?? '' } }
    case 'not a valid identifier':
    case 'not a valid identifier as scope name':
      return { code: 'template-name', params: { name: attribute?.value ?? '' } }
    case 'child nodes are not allowed for this element':
      return { code: 'template-children', params: {} }
    case 'missing module name':
      return { code: 'template-attribute-missing', params: { tag: tag?.name ?? '', attribute: 'module' } }
    case 'missing source path':
      return { code: 'template-attribute-missing', params: { tag: tag?.name ?? '', attribute: 'src' } }
    case 'the expression is empty':
    case 'illegal entity':
      return undefined
    default:
      if (level === 'Note') return undefined
      return { code: level === 'Warn' ? 'template-notice' : 'template-syntax', params: { problem: message } }
  }
}

function describeExpression(offset: number, attribute?: Attribute, token?: Token): Finding {
  const mustaches = attribute?.mustaches ?? (token?.kind === 'text' ? token.mustaches : [])
  const mustache = mustaches.find(({ start, end }) => start <= offset && offset <= end)
  const expression = shorten(mustache)
  const syntax = mustache && findUnsupportedSyntax(mustache)
  return syntax === undefined
    ? { code: 'expression-syntax', params: { expression } }
    : { code: 'expression-unsupported', params: { expression, syntax } }
}

function shorten(mustache: Mustache | undefined): string {
  const text = mustache?.inner.trim().replace(/\s+/g, ' ') ?? ''
  return `{{${text.length > 60 ? `${text.slice(0, 59)}…` : text}}}`
}

/** An attribute where it has no effect. Only a lone `wx:else` changes what one sees. */
function describeUselessAttribute(tag?: StartTag, attribute?: Attribute): Finding | undefined {
  const name = attribute && normaliseAttributeName(attribute.name)
  if (name === 'wx:else' || name === 'wx:elif') {
    return { code: 'template-else-alone', params: { attribute: attribute!.name } }
  }
  if (!name || !tag || name === 'wx:key') return undefined
  return { code: 'template-attribute-useless', params: { attribute: attribute.name, tag: tag.name } }
}
