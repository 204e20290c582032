import { replaceRpx } from '../../built-in-element'
import type { RichNode } from './parse-nodes'
import { TRUSTED_TAGS } from './trusted-tags'

export interface RenderSettings {
  /** Scopes of the components whose style sheets may mean the nodes' classes. */
  scopes: readonly string[]
  /** What a space is shown as. */
  space: string
  resolveUrl(path: string): string
}

const SPACES: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' }

export function spaceOf(name: string): string {
  return Object.hasOwn(SPACES, name) ? SPACES[name]! : ' '
}

/** DOM of the trusted nodes. Anything else goes with all it contains. */
export function renderNodes(nodes: RichNode[], settings: RenderSettings): DocumentFragment {
  const fragment = document.createDocumentFragment()
  appendNodes(fragment, nodes, settings)
  return fragment
}

function appendNodes(parent: Node, nodes: RichNode[], settings: RenderSettings): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      const text = settings.space === ' ' ? node.text : node.text.replaceAll(' ', settings.space)
      parent.appendChild(document.createTextNode(text))
      continue
    }
    const trusted = TRUSTED_TAGS.get(node.name)
    if (!trusted) continue
    const element = document.createElement(node.name)
    for (const [name, value] of Object.entries(node.attrs)) {
      if (value !== undefined && value !== null)
        setAttribute(element, name.toLowerCase(), String(value), trusted, settings)
    }
    appendNodes(element, node.children, settings)
    parent.appendChild(element)
  }
}

function setAttribute(
  element: HTMLElement,
  name: string,
  value: string,
  trusted: readonly string[],
  settings: RenderSettings,
): void {
  if (name === 'class') element.className = scopeClasses(value, settings.scopes)
  else if (name === 'style') element.style.cssText += `;${replaceRpx(value)}`
  else if (!trusted.includes(name)) return
  else if (name === 'src') element.setAttribute('src', pictureUrl(settings.resolveUrl(value)))
  else if ((name === 'width' || name === 'height') && element instanceof HTMLImageElement) {
    element.style.setProperty(name, /^[\d.]+$/.test(value) ? `${value}px` : replaceRpx(value))
  } else element.setAttribute(name, value)
}

/** Pictures come over the network or from the program's own files, never from a script. */
function pictureUrl(url: string): string {
  return /^\s*(javascript|vbscript):/i.test(url) ? '' : url
}

function scopeClasses(value: string, scopes: readonly string[]): string {
  if (scopes.length === 0) return value
  return value
    .split(/\s+/)
    .filter((name) => name !== '')
    .flatMap((name) => [name, ...scopes.map((scope) => `${scope}--${name}`)])
    .join(' ')
}
