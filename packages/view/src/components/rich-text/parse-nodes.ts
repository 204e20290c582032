/** What rich-text shows, from either form of its `nodes`. */
export type RichNode =
  | { type: 'text'; text: string }
  | { type: 'node'; name: string; attrs: Record<string, unknown>; children: RichNode[] }

/** Deeper nodes are left out, as no page has them. */
const MAX_DEPTH = 200

export function parseNodes(nodes: unknown): RichNode[] {
  if (typeof nodes === 'string') return parseHtml(nodes)
  return Array.isArray(nodes) ? parseList(nodes, 0) : []
}

function parseList(list: unknown[], depth: number): RichNode[] {
  if (depth > MAX_DEPTH) return []
  return list.flatMap((item): RichNode[] => {
    if (typeof item !== 'object' || item === null) return []
    const { type, text, name, attrs, children } = item as Record<string, unknown>
    if (type === 'text') return [{ type: 'text', text: decodeEntities(String(text ?? '')) }]
    if (typeof name !== 'string') return []
    return [
      {
        type: 'node',
        name: name.toLowerCase(),
        attrs: typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {},
        children: Array.isArray(children) ? parseList(children, depth + 1) : [],
      },
    ]
  })
}

/** An inert document: nothing in it loads or runs. */
function parseHtml(html: string): RichNode[] {
  return readChildren(new DOMParser().parseFromString(html, 'text/html').body, 0)
}

function readChildren(parent: Node, depth: number): RichNode[] {
  if (depth > MAX_DEPTH) return []
  return [...parent.childNodes].flatMap((node): RichNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', text: node.nodeValue ?? '' }]
    if (!(node instanceof Element)) return []
    const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
    return [{ type: 'node', name: node.localName, attrs, children: readChildren(node, depth + 1) }]
  })
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  const escaped = text.replace(/</g, '&lt;')
  return new DOMParser().parseFromString(`<body>${escaped}`, 'text/html').body.textContent ?? text
}
