import { type AnyNode, type Expression, parse } from 'acorn'
import { childrenOf } from '../syntax/visit-nodes'
import type { Edit } from './rewrite-source'
import type { Mustache } from './tokenize'

/** A mustache's text as JavaScript, with the offset of its first character in the WXML source. */
interface ParsedExpression {
  root: Expression
  text: string
  offset: number
}

/**
 * Edits for what the template compiler gets wrong in valid expressions: `a ?? b`, which it takes for `a || b`, and
 * object keys in quotes, which it refuses.
 */
export function normaliseExpression(mustache: Mustache): Edit[] {
  if (!/\?\?|['"]\s*:/.test(mustache.inner) || hasManyChoices(mustache)) return []
  const parsed = parseMustache(mustache)
  return parsed ? collectEdits(parsed.root, parsed) : []
}

/**
 * The handler of an event or of `change:` with its choices spelled out: only in `a ? b : c` does the template compiler
 * tell which WXS function was chosen, not in `a || b`.
 */
export function normaliseHandler(mustache: Mustache): Edit[] {
  const isChoice = /\|\||&&/.test(mustache.inner) && !hasManyChoices(mustache)
  const parsed = isChoice ? parseMustache(mustache) : undefined
  if (!parsed) return normaliseExpression(mustache)
  return [{ start: mustache.start + 2, end: mustache.end - 2, text: printChoices(parsed.root, parsed) }]
}

/** A choice is printed with one side twice: the text could double with each. */
function hasManyChoices({ inner }: Mustache): boolean {
  return (inner.match(/\?\??|\|\||&&/g)?.length ?? 0) > 12
}

function printChoices(node: AnyNode, parsed: ParsedExpression): string {
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const left = printChoices(node.left, parsed)
    const right = printChoices(node.right, parsed)
    return node.operator === '||' ? `((${left})?(${left}):(${right}))` : `((${left})?(${right}):(${left}))`
  }
  if (node.type === 'ConditionalExpression') {
    const [test, yes, no] = [node.test, node.consequent, node.alternate].map((part) =>
      printChoices(part, parsed),
    )
    return `((${test})?(${yes}):(${no}))`
  }
  return printCoalescing(node, parsed)
}

/** The construct that keeps a JavaScript expression from being a WXML one, as one writes it. */
export function findUnsupportedSyntax(mustache: Mustache): string | undefined {
  const parsed = parseMustache(mustache)
  if (!parsed) return undefined
  let found: string | undefined
  const walk = (node: AnyNode) => {
    found ??= nameUnsupported(node)
    for (const child of childrenOf(node)) walk(child)
  }
  walk(parsed.root)
  return found
}

function nameUnsupported(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'ChainExpression':
      return '?.'
    case 'TemplateLiteral':
    case 'TaggedTemplateExpression':
      return '`…`'
    case 'NewExpression':
      return 'new'
    case 'ArrowFunctionExpression':
      return '=>'
    case 'FunctionExpression':
      return 'function'
    case 'AssignmentExpression':
      return node.operator
    case 'UpdateExpression':
      return node.operator
    case 'BinaryExpression':
      return node.operator === '**' || node.operator === 'in' ? node.operator : undefined
    case 'UnaryExpression':
      return node.operator === 'delete' ? node.operator : undefined
    case 'Literal':
      return 'regex' in node && node.regex ? '/…/' : undefined
    default:
      return undefined
  }
}

function collectEdits(node: AnyNode, parsed: ParsedExpression): Edit[] {
  if (node.type === 'LogicalExpression' && node.operator === '??') {
    const text = printCoalescing(node, parsed)
    return [{ start: parsed.offset + node.start, end: parsed.offset + node.end, text }]
  }
  const edits: Edit[] = []
  if (node.type === 'Property' && node.key.type === 'Literal' && !node.computed) {
    const { key } = node
    if (typeof key.value === 'string' && /^[A-Za-z_$][\w$]*$/.test(key.value)) {
      edits.push({ start: parsed.offset + key.start, end: parsed.offset + key.end, text: key.value })
    }
  }
  return [...edits, ...childrenOf(node).flatMap((child) => collectEdits(child, parsed))]
}

function printCoalescing(node: AnyNode, parsed: ParsedExpression): string {
  if (node.type !== 'LogicalExpression' || node.operator !== '??') {
    const inner = collectEdits(node, parsed)
    return applyEdits(node, inner, parsed)
  }
  const left = printCoalescing(node.left, parsed)
  const right = printCoalescing(node.right, parsed)
  return `((${left})==null?(${right}):(${left}))`
}

function applyEdits(node: AnyNode, edits: Edit[], { text, offset }: ParsedExpression): string {
  let result = ''
  let at = node.start
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start - offset) + edit.text
    at = edit.end - offset
  }
  return result + text.slice(at, node.end)
}

/** As an expression, else as the inside of an object literal (`data="{{a, ...b}}"`). */
function parseMustache({ inner, start }: Mustache): ParsedExpression | undefined {
  for (const [open, close] of [
    ['(', ')'],
    ['({', '})'],
  ] as const) {
    const text = open + inner + close
    try {
      const [statement] = parse(text, { ecmaVersion: 2022 }).body
      if (statement?.type !== 'ExpressionStatement') continue
      return { root: statement.expression, text, offset: start + 2 - open.length }
    } catch {
      // Not this form.
    }
  }
  return undefined
}
