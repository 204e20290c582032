import type { AnyNode, CallExpression, MemberExpression } from 'acorn'
import MagicString from 'magic-string'
import { declareNames } from './declare-names'
import { childrenOf, visitNodes } from '../syntax/visit-nodes'
import type { WxsProgram } from './parse-wxs'

export interface RewrittenWxs {
  code: string
  /** Arguments of `require`; no specifier if it is not a literal. */
  requires: { specifier?: string; offset: number }[]
}

/** Members through which a value leads to `Function` or to shared prototypes. They read as undefined. */
const HIDDEN_MEMBERS: ReadonlySet<string> = new Set([
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'caller',
  'callee',
])

/** Whose code `this` and `arguments` belong to, and whether a member is being read or written. */
interface Surroundings {
  inFunction: boolean
  parent?: AnyNode
}

export function rewriteWxs(source: string, { root, shift }: WxsProgram): RewrittenWxs {
  const statements = root.body.slice(1)
  const taken = namesIn(statements)
  const guard = freshName('$', taken)
  const callMember = freshName('$call', taken)
  const text = new MagicString(source)
  const requires: RewrittenWxs['requires'] = []
  const keptEscapes = new Set<AnyNode>()
  let needsCallMember = false
  const start = (node: AnyNode) => node.start - shift
  const end = (node: AnyNode) => node.end - shift

  separate(statements)
  for (const statement of statements) {
    visitNodes(statement, (node) => {
      if (node.type === 'BlockStatement') separate(node.body)
      else if (node.type === 'SwitchCase') separate(node.consequent)
    })
  }
  for (const statement of statements) walk(statement, { inFunction: false, parent: root })

  const names = declareNames(statements, guard)
  const helper = needsCallMember
    ? `function ${callMember}(o,k,a){return ${guard}.member(o,k).apply(o,a)}`
    : ''
  return {
    code: `function(require,exports,module,${guard}){"use strict";${names}${helper}${text.toString()}\n}`,
    requires,
  }

  /** A guard begins with a bracket: without a semicolon it would call what the line before ends with. */
  function separate(list: readonly AnyNode[]): void {
    list.forEach((statement, index) => {
      const before = list[index - 1]
      if (!before || statement.type !== 'ExpressionStatement') return
      if (source[end(before) - 1] !== ';') text.appendRight(start(statement), ';')
    })
  }

  function walk(node: AnyNode, around: Surroundings): void {
    switch (node.type) {
      case 'ThisExpression':
        if (!around.inFunction) replace(start(node), end(node), '(void 0)')
        return
      case 'Identifier':
        if (node.name === 'arguments' && !around.inFunction && isReference(node, around.parent)) {
          replace(start(node), end(node), '(void 0)')
        }
        return
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        text.appendRight(start(node.body) + 1, `${guard}.tick();`)
        walkChildren(node, { inFunction: true })
        return
      case 'ArrowFunctionExpression':
        countTurns(node.body, node.expression ? 'expression' : 'block')
        walkChildren(node, around)
        return
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        countTurns(node.body, node.body.type === 'BlockStatement' ? 'block' : 'statement')
        walkChildren(node, around)
        return
      case 'CallExpression':
        walkCall(node, around)
        return
      case 'MemberExpression':
        walkMember(node, around)
        return
      default:
        walkChildren(node, around)
    }
  }

  function walkChildren(node: AnyNode, around: Surroundings): void {
    for (const child of childrenOf(node)) walk(child, { inFunction: around.inFunction, parent: node })
  }

  function countTurns(body: AnyNode, kind: 'block' | 'statement' | 'expression'): void {
    if (kind === 'block') {
      text.appendRight(start(body) + 1, `${guard}.tick();`)
      return
    }
    const [open, close] = kind === 'statement' ? [`{${guard}.tick();`, '}'] : [`(${guard}.tick(),`, ')']
    text.appendRight(start(body), open)
    text.prependLeft(end(body), close)
  }

  function walkCall(node: CallExpression, around: Surroundings): void {
    const { callee } = node
    if (callee.type === 'Identifier' && callee.name === 'require') noteRequire(node)
    if (callee.type === 'Identifier' && callee.name === 'getRegExp') keepEscapes(node.arguments)
    if (callee.type !== 'MemberExpression' || !isUnknownKey(callee)) {
      walkChildren(node, around)
      return
    }
    // o[k](a, b) → $call(o,k,[a, b]): the guard must not lose `this`.
    needsCallMember = true
    text.appendRight(start(callee), `${callMember}(`)
    replace(end(callee.object), start(callee.property), ',')
    replace(end(callee.property), source.indexOf('(', end(callee)) + 1, ',[')
    replace(end(node) - 1, end(node), '])')
    walkChildren(callee, around)
    for (const argument of node.arguments) walk(argument, { inFunction: around.inFunction, parent: node })
  }

  function walkMember(node: MemberExpression, around: Surroundings): void {
    if (!isWritten(node, around.parent)) guardRead(node)
    walk(node.object as AnyNode, { inFunction: around.inFunction, parent: node })
    if (node.computed) walk(node.property as AnyNode, { inFunction: around.inFunction, parent: node })
  }

  function guardRead(node: MemberExpression): void {
    const name = staticName(node)
    const object = node.object as AnyNode
    if (name === 'constructor') {
      text.appendRight(start(node), `(${guard}.constructorOf(`)
      replace(end(object), end(node), '))')
    } else if (name !== undefined && HIDDEN_MEMBERS.has(name)) {
      text.appendRight(start(node), '(')
      replace(end(object), end(node), ',void 0)')
    } else if (isUnknownKey(node)) {
      const property = node.property as AnyNode
      text.appendRight(start(node), `(${guard}.member(`)
      replace(end(object), start(property), ',')
      replace(end(property), end(node), '))')
    }
  }

  /** WeChat leaves `\d` in the text of a pattern as it is written, where JavaScript would drop the backslash. */
  function keepEscapes(patterns: readonly AnyNode[]): void {
    for (const pattern of patterns) {
      visitNodes(pattern, (node) => {
        if (node.type !== 'Literal' || typeof node.value !== 'string' || keptEscapes.has(node)) return
        keptEscapes.add(node)
        for (const { index } of source.slice(start(node), end(node)).matchAll(PATTERN_ESCAPE)) {
          if (source[start(node) + index + 1] !== '\\') text.appendLeft(start(node) + index, '\\')
        }
      })
    }
  }

  /** Keeps line breaks, so that lines of the output are those of the module, and what was inserted around. */
  function replace(from: number, to: number, replacement: string): void {
    text.update(from, to, replacement + source.slice(from, to).replace(/[^\n]/g, ''))
  }

  function noteRequire(node: CallExpression): void {
    const [argument] = node.arguments
    const isLiteral = argument?.type === 'Literal' && typeof argument.value === 'string'
    requires.push({
      ...(isLiteral && { specifier: argument.value as string }),
      offset: start(argument ?? node),
    })
  }
}

/** What a pattern knows and a string does not; and a pair of backslashes, which stays. */
const PATTERN_ESCAPE = /\\(?:\\|[^'"nrtfv0xu\r\n])/g

function isReference(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.computed || parent.object === node
  if (parent?.type === 'Property') return parent.computed || parent.value === node
  return true
}

/** Targets of assignments are written, not read; `delete` and `typeof` read nothing that leads on. */
function isWritten(node: MemberExpression, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node
    case 'UpdateExpression':
      return true
    case 'UnaryExpression':
      return parent.operator === 'delete'
    default:
      return false
  }
}

/** The name of `a.name` or `a['name']`. */
function staticName({ computed, property }: MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined
}

function isUnknownKey({ computed, property }: MemberExpression): boolean {
  return computed && !(property.type === 'Literal' && ['string', 'number'].includes(typeof property.value))
}

function namesIn(statements: readonly AnyNode[]): Set<string> {
  const names = new Set<string>()
  for (const statement of statements) {
    visitNodes(statement, (node) => {
      if (node.type === 'Identifier') names.add(node.name)
    })
  }
  return names
}

/** A name that the module cannot mean: hiding a guard would open a way around it. */
function freshName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish
  while (taken.has(name)) name += '$'
  return name
}
