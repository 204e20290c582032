import { Op, OP_LENGTHS, type OperationBatch, ROOT_NODE } from '@sampan/protocol'

export interface MemoryNode {
  id: number
  /** '' for text. */
  tag: string
  text: string
  className: string
  style: string
  idAttribute: string
  attributes: Record<string, unknown>
  listeners: Record<string, number>
  parent?: MemoryNode
  children: MemoryNode[]
}

/** A page frame without a page: applies batches to plain objects, so that tests can read what would be drawn. */
export function createMemoryView() {
  const names: string[] = []
  const nodes = new Map<number, MemoryNode>()
  const root = add(ROOT_NODE, 'page', '')
  let operationCount = 0

  function add(id: number, tag: string, text: string): MemoryNode {
    const node: MemoryNode = {
      id,
      tag,
      text,
      className: '',
      style: '',
      idAttribute: '',
      attributes: {},
      listeners: {},
      children: [],
    }
    nodes.set(id, node)
    return node
  }

  function node(id: number): MemoryNode {
    const found = nodes.get(id)
    if (!found) throw new Error(`node ${id} is not there`)
    return found
  }

  function insert(parentId: number, childId: number, beforeId?: number): void {
    const parent = node(parentId)
    const child = node(childId)
    remove(child)
    const at = beforeId === undefined ? parent.children.length : parent.children.indexOf(node(beforeId))
    if (at < 0) throw new Error(`node ${beforeId} is no child of ${parentId}`)
    parent.children.splice(at, 0, child)
    child.parent = parent
  }

  function remove(child: MemoryNode): void {
    if (!child.parent) return
    child.parent.children = child.parent.children.filter((other) => other !== child)
    child.parent = undefined
  }

  function apply({ operations, firstName, names: added, values }: OperationBatch): void {
    names.length = firstName
    names.push(...added)
    for (let at = 0; at < operations.length; at += 1 + OP_LENGTHS[operations[at]!]!) {
      operationCount++
      const [op, a, b, c] = operations.subarray(at, at + 4) as unknown as [Op, number, number, number]
      switch (op) {
        case Op.CreateElement:
          add(a, names[b]!, '')
          break
        case Op.CreateHost:
          add(a, names[b]!, '').attributes['wx-host'] = names[c]
          break
        case Op.CreateText:
          add(a, '', String(values[b]))
          break
        case Op.Append:
          insert(a, b)
          break
        case Op.InsertBefore:
          insert(a, b, c)
          break
        case Op.Remove:
          remove(node(b))
          break
        case Op.Release:
          nodes.delete(a)
          break
        case Op.SetText:
          node(a).text = String(values[b])
          break
        case Op.SetId:
          node(a).idAttribute = String(values[b])
          break
        case Op.SetClass:
          node(a).className = names[b]!
          break
        case Op.SetStyle:
          node(a).style = String(values[b])
          break
        case Op.SetAttribute:
          node(a).attributes[names[b]!] = values[c]
          break
        case Op.RemoveAttribute:
          delete node(a).attributes[names[b]!]
          break
        case Op.SetListener:
          node(a).listeners[names[b]!] = c
          break
        default:
          break
      }
    }
  }

  return {
    root,
    apply,
    /** Counts since the last time it was asked. */
    takeOperationCount(): number {
      const count = operationCount
      operationCount = 0
      return count
    },
    find: (test: (node: MemoryNode) => boolean): MemoryNode | undefined => [...nodes.values()].find(test),
    nodeCount: () => nodes.size,
    /** The tree as markup: `<view class="a">text</view>`. */
    markup: () => root.children.map(markupOf).join(''),
    text: () => textOf(root),
  }
}

export type MemoryView = ReturnType<typeof createMemoryView>

function markupOf(node: MemoryNode): string {
  if (node.tag === '') return node.text
  const attributes = [
    node.idAttribute && `id="${node.idAttribute}"`,
    node.className && `class="${node.className}"`,
    node.style && `style="${node.style}"`,
    ...Object.entries(node.attributes)
      .filter(([name, value]) => name !== 'wx-host' && value !== undefined)
      .map(
        ([name, value]) => `${name}="${typeof value === 'object' ? JSON.stringify(value) : String(value)}"`,
      ),
  ].filter(Boolean)
  const open = [node.tag, ...attributes].join(' ')
  return `<${open}>${node.children.map(markupOf).join('')}</${node.tag}>`
}

function textOf(node: MemoryNode): string {
  return node.tag === '' ? node.text : node.children.map(textOf).join('')
}
