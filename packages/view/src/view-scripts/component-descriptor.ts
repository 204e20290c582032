import type { FromFrame } from '@sampan/protocol'
import { BuiltInElement, replaceRpx } from '../built-in-element'
import { factsOf, type NodeFacts, type NodeTable } from '../tree/node-table'

/** WeChat's ComponentDescriptor: what a WXS handler may do with an element. Plain functions over hidden elements. */
export type ComponentDescriptor = Record<string, (...args: never[]) => unknown>

export function createDescriptors(nodes: NodeTable, post: (message: FromFrame) => void) {
  const descriptors = new WeakMap<HTMLElement, ComponentDescriptor>()

  function of(element: HTMLElement): ComponentDescriptor {
    const known = descriptors.get(element)
    if (known) return known
    const descriptor = create(element)
    descriptors.set(element, descriptor)
    return descriptor
  }

  function ownerOf(facts: NodeFacts): ComponentDescriptor | undefined {
    const host = nodes.element(facts.owner ?? 1)
    return host && of(host)
  }

  function create(element: HTMLElement): ComponentDescriptor {
    const state: Record<string, unknown> = {}
    const facts = factsOf(element)
    const added = new Set<string>()
    return Object.freeze({
      selectComponent: (selector: string) => {
        const found = selectAll(element, selector)[0]
        return found && of(found)
      },
      selectAllComponents: (selector: string) => selectAll(element, selector).map(of),
      setStyle(style: string | Record<string, unknown>) {
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
        for (const name of scoped(element, names)) {
          added.add(name)
          element.classList.add(name)
        }
      },
      removeClass(...names: string[]) {
        element.classList.remove(...scoped(element, names))
      },
      hasClass: (name: string) =>
        scoped(element, [name]).some((scopedName) => element.classList.contains(scopedName)),
      getDataset: () => ({ ...facts?.dataset }),
      getState: () => state,
      callMethod(method: string, arg: unknown) {
        const host = facts && hostOf(element, facts)
        if (host !== undefined)
          post({ type: 'wxs-call-method', node: host, method: String(method), arg: plain(arg) })
      },
      triggerEvent(name: string, detail: unknown) {
        if (facts)
          post({ type: 'wxs-trigger-event', node: facts.id, name: String(name), detail: plain(detail) })
      },
      requestAnimationFrame: (callback: () => void) => void requestAnimationFrame(() => callback()),
      setTimeout: (callback: () => void, delayMs: number) => setTimeout(() => callback(), delayMs),
      clearTimeout: (id: number) => clearTimeout(id),
      getComputedStyle(names: string[]) {
        const style = getComputedStyle(element)
        return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(dashed(name))]))
      },
      getBoundingClientRect() {
        const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
        return { left, top, right, bottom, width, height }
      },
    }) as ComponentDescriptor
  }

  /** A method is called on the component whose host the element is, else on the one whose template it is in. */
  function hostOf(element: HTMLElement, facts: NodeFacts): number {
    const isHost = element.hasAttribute('wx-host') || facts.id === 1
    return isHost ? facts.id : (facts.owner ?? 1)
  }

  return { of, ownerOf }
}

export type Descriptors = ReturnType<typeof createDescriptors>

/** Class names of components carry their scope, which a handler's selector does not know. */
function selectAll(root: HTMLElement, selector: string): HTMLElement[] {
  const wanted = selector.trim()
  if (wanted.startsWith('#')) return matching(root, (element) => element.id === wanted.slice(1))
  const names = wanted.split('.').filter(Boolean)
  return matching(root, (element) => names.every((name) => hasClass(element, name)))
}

function matching(root: HTMLElement, test: (element: HTMLElement) => boolean): HTMLElement[] {
  const contents = root instanceof BuiltInElement ? root.childHost : root
  return Array.from(contents.querySelectorAll<HTMLElement>('*')).filter(
    (element) => factsOf(element) && test(element),
  )
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
