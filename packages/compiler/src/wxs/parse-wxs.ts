import { type AnyNode, type Program, parse } from 'acorn'
import { visitNodes } from '../syntax/visit-nodes'
import type { DiagnosticCode } from '../diagnostics/catalogue'
import type { DiagnosticParams } from '../diagnostics/diagnose'

/** A parsed module. Offsets of its nodes are `shift` too high. */
export interface WxsProgram {
  root: Program
  shift: number
}

type ReportAt = (code: DiagnosticCode, params: DiagnosticParams, offset: number) => void

/**
 * What a module may be made of: ES5 without `with` and accessors, and the newer forms that WeChat lets pass and that
 * read no member by themselves. Whatever is not listed could be a way around the guards.
 */
const ALLOWED_NODES: ReadonlySet<string> = new Set([
  'Program',
  'Identifier',
  'Literal',
  'TemplateLiteral',
  'TemplateElement',
  'ThisExpression',
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'SpreadElement',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'AssignmentPattern',
  'RestElement',
  'UnaryExpression',
  'UpdateExpression',
  'BinaryExpression',
  'LogicalExpression',
  'AssignmentExpression',
  'ConditionalExpression',
  'SequenceExpression',
  'ParenthesizedExpression',
  'MemberExpression',
  'CallExpression',
  'NewExpression',
  'VariableDeclaration',
  'VariableDeclarator',
  'ExpressionStatement',
  'BlockStatement',
  'EmptyStatement',
  'IfStatement',
  'SwitchStatement',
  'SwitchCase',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ReturnStatement',
  'BreakStatement',
  'ContinueStatement',
  'LabeledStatement',
  'ThrowStatement',
  'TryStatement',
  'CatchClause',
])

const STRICT = "'use strict';"

/** Undefined if the module is not valid; the reason has been reported. */
export function parseWxs(source: string, report: ReportAt): WxsProgram | undefined {
  const shift = STRICT.length
  let root: Program
  try {
    root = parse(STRICT + source, {
      ecmaVersion: 2022,
      allowReturnOutsideFunction: true,
      preserveParens: true,
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { message, pos = shift } = error as SyntaxError & { pos?: number }
    report('wxs-syntax', { problem: message.replace(/ \(\d+:\d+\)$/, '') }, Math.max(0, pos - shift))
    return undefined
  }
  let valid = true
  visitNodes(root, (node) => {
    const problem = findProblem(node)
    if (problem === undefined) return true
    report('wxs-syntax', { problem }, Math.max(0, node.start - shift))
    valid = false
    return false
  })
  return valid ? { root, shift } : undefined
}

function findProblem(node: AnyNode): string | undefined {
  if (!ALLOWED_NODES.has(node.type)) return `${describeNode(node.type)} is not part of WXS`
  if (node.type === 'Identifier' && node.name === 'eval') return 'eval is not part of WXS'
  if (node.type === 'Property' && node.kind !== 'init') return 'an accessor is not part of WXS'
  const isSpecial = 'async' in node && (node.async || ('generator' in node && node.generator))
  return isSpecial ? 'an async or generator function is not part of WXS' : undefined
}

/** `ClassDeclaration` → `class declaration` */
function describeNode(type: string): string {
  return type.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase()
}
