import type { AnyNode } from 'acorn'

/** Every node with its parent, parents first. A visitor that answers false is not shown what is inside. */
export function visitNodes(
  root: AnyNode,
  visit: (node: AnyNode, parent: AnyNode | undefined) => boolean | void,
): void {
  const walk = (node: AnyNode, parent: AnyNode | undefined) => {
    if (visit(node, parent) === false) return
    for (const child of childrenOf(node)) walk(child, node)
  }
  walk(root, undefined)
}

export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = []
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) children.push(...value.filter(isNode))
    else if (isNode(value)) children.push(value)
  }
  return children
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}
