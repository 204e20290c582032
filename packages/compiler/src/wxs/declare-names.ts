import type { AnyNode, Pattern, Statement } from 'acorn'
import { childrenOf, visitNodes } from '../syntax/visit-nodes'

/** What WXS documents as global, brought by `$`. All other names that a module does not define are undefined. */
const BUILT_INS: ReadonlySet<string> = new Set([
  'getDate',
  'getRegExp',
  'console',
  'Math',
  'JSON',
  'Date',
  'Number',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
])
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  'require',
  'exports',
  'module',
  'undefined',
  'NaN',
  'Infinity',
  'arguments',
])

/**
 * A `var` statement that makes every name in the module a local one, whatever scope it is meant in: a name that an
 * inner function declares just hides it. So no name can reach a global.
 */
export function declareNames(statements: readonly AnyNode[], guard: string): string {
  const own = namesDeclaredAt(statements)
  const mentioned = new Set<string>()
  for (const statement of statements) {
    visitNodes(statement, (node, parent) => {
      if (node.type === 'Identifier' && !isPropertyName(node, parent)) mentioned.add(node.name)
    })
  }
  const declarations = [...mentioned]
    .filter((name) => !own.has(name) && !ALWAYS_THERE.has(name))
    .map((name) => (BUILT_INS.has(name) ? `${name}=${guard}.${name}` : name))
  return declarations.length > 0 ? `var ${declarations.join(',')};` : ''
}

function isPropertyName(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') return !parent.computed && parent.property === node
  if (parent?.type === 'Property') return !parent.computed && !parent.shorthand && parent.key === node
  return false
}

/** Names of the module's own scope: `var` at any depth of blocks, the rest at the top. */
function namesDeclaredAt(statements: readonly AnyNode[]): Set<string> {
  const names = new Set<string>()
  for (const statement of statements as Statement[]) {
    if (statement.type === 'FunctionDeclaration') names.add(statement.id.name)
    else if (statement.type === 'VariableDeclaration') addDeclared(statement)
    addHoisted(statement)
  }
  return names

  function addHoisted(node: AnyNode): void {
    if (node.type.includes('Function')) return
    if (node.type === 'VariableDeclaration' && node.kind === 'var') addDeclared(node)
    for (const child of childrenOf(node)) addHoisted(child)
  }

  function addDeclared(declaration: { declarations: readonly { id: Pattern }[] }): void {
    for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.add(id.name)
  }
}
