/** A node in a tree whose children are a doubly linked list: moving one costs the same wherever it is. */
export interface LinkedNode<Node> {
  parent: Node | null
  first: Node | null
  last: Node | null
  previous: Node | null
  next: Node | null
  /** Stands for its children and is in no list itself. */
  readonly isFragment: boolean
}

/** Puts a node before another child of `parent`, or last. */
export function linkBefore<Node extends LinkedNode<Node>>(
  node: Node,
  parent: Node,
  before: Node | null,
): void {
  if (node.isFragment) return
  if (node.parent) unlink(node)
  node.parent = parent
  node.next = before
  node.previous = before ? before.previous : parent.last
  if (node.previous) node.previous.next = node
  else parent.first = node
  if (before) before.previous = node
  else parent.last = node
}

export function unlink<Node extends LinkedNode<Node>>(node: Node): void {
  const { parent } = node
  if (!parent) return
  if (node.previous) node.previous.next = node.next
  else parent.first = node.next
  if (node.next) node.next.previous = node.previous
  else parent.last = node.previous
  node.parent = node.previous = node.next = null
}
