import { type FromFrame, ROOT_NODE } from '@sampan/protocol'
import { BuiltInElement, replaceRpx } from '../built-in-element'
import { factsOf, type NodeFacts, type NodeTable } from '../tree/node-table'

/** WeChat's ComponentDescriptor: what a WXS handler may do with an element. Plain functions over hidden elements. */
export type ComponentDescriptor = Record<string, (...args: never[]) => unknown>

export function createDescriptors(nodes: NodeTable, post: (message: FromFrame) => void) {
  const descriptors = new WeakMap<HTMLElement, ComponentDescriptor>()
  const virtualHosts = new WeakMap<ReadonlySet<HTMLElement>, ComponentDescriptor>()

  function of(element: HTMLElement): ComponentDescriptor {
    const known = descriptors.get(element)
    if (known) return known
    const facts = factsOf(element)
    const descriptor = create({
      element,
      find: (selector) => select(inside(element), selector),
      facts,
      node: facts?.id,
      host: facts && hostOf(element, facts),
    })
    descriptors.set(element, descriptor)
    return descriptor
  }

  function ownerOf(facts: NodeFacts): ComponentDescriptor | undefined {
    const owner = facts.owner ?? ROOT_NODE
    const host = nodes.element(owner)
    return host ? of(host) : ofVirtualHost(owner)
  }

  /** A component with `virtualHost` has no element of its own: only its contents can be found and styled. */
  function ofVirtualHost(id: number): ComponentDescriptor {
    const contents = nodes.ownedBy(id)
    const known = virtualHosts.get(contents)
    if (known) return known
    const descriptor = create({
      find: (selector) => select([...contents].flatMap(withInside), selector),
      node: id,
      host: id,
    })
    virtualHosts.set(contents, descriptor)
    return descriptor
  }

  function create({ element, find, facts, node, host }: Subject): ComponentDescriptor {
    const state: Record<string, unknown> = {}
    const added = new Set<string>()
    return Object.freeze({
      selectComponent: (selector: string) => {
        const found = find(selector)[0]
        return found && of(found)
      },
      selectAllComponents: (selector: string) => find(selector).map(of),
      setStyle(style: string | Record<string, unknown>) {
        if (!element) return
        const text = typeof style === 'string' ? style : styleText(style)
        for (const declaration of replaceRpx(text).split(';')) {
          const colon = declaration.indexOf(':')
          if (colon < 0) continue
          const value = declaration.slice(colon + 1).trim()
          const important = /!\s*important$/i.test(value)
          element.style.setProperty(
            declaration.slice(0, colon).trim(),
            value.replace(/!\s*important$/i, '').trim(),
            important ? 'important' : '',
          )
        }
      },
      addClass(...names: string[]) {
        for (const name of element ? scoped(element, names) : []) {
          added.add(name)
          element?.classList.add(name)
        }
      },
      removeClass(...names: string[]) {
        element?.classList.remove(...scoped(element, names))
      },
      hasClass: (name: string) =>
        element !== undefined &&
        scoped(element, [name]).some((scopedName) => element.classList.contains(scopedName)),
      getDataset: () => ({ ...facts?.dataset }),
      getState: () => state,
      callMethod(method: string, arg: unknown) {
        if (host !== undefined)
          post({ type: 'wxs-call-method', node: host, method: String(method), arg: plain(arg) })
      },
      triggerEvent(name: string, detail: unknown) {
        if (node !== undefined)
          post({ type: 'wxs-trigger-event', node, name: String(name), detail: plain(detail) })
      },
      requestAnimationFrame: (callback: () => void) => void requestAnimationFrame(() => callback()),
      setTimeout: (callback: () => void, delayMs: number) => setTimeout(() => callback(), delayMs),
      clearTimeout: (id: number) => clearTimeout(id),
      getComputedStyle(names: string[]) {
        if (!element) return {}
        const style = getComputedStyle(element)
        return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(dashed(name))]))
      },
      getBoundingClientRect() {
        const box = element?.getBoundingClientRect() ?? new DOMRect()
        const { left, top, right, bottom, width, height } = box
        return { left, top, right, bottom, width, height }
      },
    }) as ComponentDescriptor
  }

  /** A method is called on the component whose host the element is, else on the one whose template it is in. */
  function hostOf(element: HTMLElement, facts: NodeFacts): number {
    const isHost = element.hasAttribute('wx-host') || facts.id === ROOT_NODE
    return isHost ? facts.id : (facts.owner ?? ROOT_NODE)
  }

  return { of, ownerOf }
}

export type Descriptors = ReturnType<typeof createDescriptors>

interface Subject {
  /** What is styled and measured. */
  element?: HTMLElement
  facts?: NodeFacts
  find(selector: string): HTMLElement[]
  /** Where `triggerEvent` happens. */
  node?: number
  /** Whose methods `callMethod` means. */
  host?: number
}

/** Class names of components carry their scope, which a handler's selector does not know. */
function select(elements: HTMLElement[], selector: string): HTMLElement[] {
  const wanted = selector.trim()
  const names = wanted.split('.').filter(Boolean)
  const fits = wanted.startsWith('#')
    ? (element: HTMLElement) => element.id === wanted.slice(1)
    : (element: HTMLElement) => names.every((name) => hasClass(element, name))
  return elements.filter((element) => factsOf(element) && fits(element))
}

function inside(root: HTMLElement): HTMLElement[] {
  const contents = root instanceof BuiltInElement ? root.childHost : root
  return Array.from(contents.querySelectorAll<HTMLElement>('*'))
}

function withInside(root: HTMLElement): HTMLElement[] {
  return [root, ...inside(root)]
}

function hasClass(element: HTMLElement, name: string): boolean {
  for (const own of element.classList) if (own === name || own.endsWith(`--${name}`)) return true
  return false
}

/** With the scope prefix that the element's other classes have. */
function scoped(element: HTMLElement, names: string[]): string[] {
  const prefixes = new Set<string>()
  for (const own of element.classList) {
    const at = own.indexOf('--')
    prefixes.add(at > 0 ? own.slice(0, at + 2) : '')
  }
  const known = [...prefixes]
  return names.flatMap((text) =>
    String(text)
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((name) => (known.length > 0 ? known.map((prefix) => prefix + name) : [name])),
  )
}

function styleText(style: Record<string, unknown>): string {
  return Object.entries(style)
    .map(([name, value]) => `${dashed(name)}:${String(value)}`)
    .join(';')
}

function dashed(name: string): string {
  return name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Only data crosses to the worker. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown)
}
