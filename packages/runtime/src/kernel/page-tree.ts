import type { OperationBatch, ToFrame } from '@sampan/protocol'
import * as glassEasel from 'glass-easel'
import type { BackendEnvironment } from './backend-environment'
import { elementOf, instanceOf, shadowOf, type ComponentInstance } from './component-instance'
import type { ComponentRegistry } from './component-registry'
import { OperationRecorder } from './operation-recorder'
import { dispatchFrameEvent, type FrameEvent } from './program-event'
import { RecordedElement } from './recorded-element'
import { RecordingContext } from './recording-context'

/** One page's tree of components, and the batches that draw it. The only door to the kernel for the rest of the runtime. */
export interface PageTree {
  readonly instance: ComponentInstance
  attach(): void
  /** After the first batch has gone and the components' `ready`. */
  whenReady(callback: () => void): void
  /** Puts a second component below the page's own content and answers its instance. */
  addTabBar(path: string): ComponentInstance | undefined
  contains(instance: unknown): boolean
  detach(): void
  flush(evenIfEmpty?: boolean): void
  dispatch(event: FrameEvent): void
  modelChanged(node: number, name: string, value: unknown, seq: number): void
  triggerPageLifetime(name: string, args: unknown[]): void
  /** Node ids, in document order. `within` is a component of this page; the page's own tree if absent. */
  select(selector: string, all: boolean, within?: unknown): number[]
  /** The first node of that template whose id, tag or attribute has the value. */
  find(attribute: string, value: string, within?: unknown): number | undefined
  describe(node: number): NodeDescription | undefined
  /** The component whose host the node is, if it is one; also by the id of a virtual host. */
  componentOf(node: number): ComponentInstance | undefined
  nodeOf(instance: unknown): number | undefined
  /** What a form submits: the fields of its own template among those given, and custom components with `wx://form-field`. */
  formValue(node: number, fields: { node: number; name: string; value: unknown }[]): Record<string, unknown>
}

export interface NodeDescription {
  id: string
  dataset: Record<string, unknown>
  mark: Record<string, unknown>
}

function readNode(element: glassEasel.Element, attribute: string): unknown {
  if (attribute === 'id') return element.id
  return attribute === 'tag' ? (element as glassEasel.NativeNode).is : element.getAttribute(attribute)
}

export function createPageTree(
  registry: ComponentRegistry,
  path: string,
  query: Record<string, string>,
  environment: BackendEnvironment,
  send: (message: ToFrame, transfer: Transferable[]) => void,
): PageTree {
  const recorder = new OperationRecorder((batch: OperationBatch) => {
    send({ type: 'batch', batch }, [batch.operations.buffer as ArrayBuffer])
  })
  const context = new RecordingContext(recorder, environment)
  const search = Object.entries(query)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&')
  const url = search === '' ? `/${path}` : `/${path}?${search}`
  const root = registry.space.createComponentByUrl('page', url, null, context.asBackend())
  const instance = instanceOf(root)!
  const extraRoots: glassEasel.GeneralComponent[] = []

  function elementAt(node: number): glassEasel.Element | undefined {
    return context.elements.get(node)?.__wxElement
  }

  function nodeOfElement(element: glassEasel.Element): number | undefined {
    const backendElement: unknown = element.getBackendElement()
    return backendElement instanceof RecordedElement && backendElement.id > 0 ? backendElement.id : undefined
  }

  return {
    instance,
    attach() {
      glassEasel.Element.pretendAttached(root)
      for (const extra of extraRoots) glassEasel.Element.pretendAttached(extra)
    },
    whenReady: (callback) => recorder.whenFlushed(callback),
    addTabBar(path) {
      const tabBar = registry.space.createComponentByUrl(path, `/${path}`, null, context.asBackend())
      const backendElement: unknown = tabBar.getBackendElement()
      if (backendElement instanceof RecordedElement) context.root.appendChild(backendElement)
      extraRoots.push(tabBar)
      return instanceOf(tabBar)
    },
    contains: (target) => elementOf(target)?.getBackendContext() === (context as unknown),
    detach() {
      for (const extra of extraRoots) glassEasel.Element.pretendDetached(extra)
      glassEasel.Element.pretendDetached(root)
      root.destroyBackendElement()
    },
    flush: (evenIfEmpty) => recorder.flush(evenIfEmpty),
    dispatch(event) {
      recorder.ack = event.seq
      const target = context.elements.get(event.node)
      if (!target?.__wxElement) return
      target.forgetAttributes(event.name === 'change' && !event.bubbles)
      dispatchFrameEvent(target.__wxElement, event)
    },
    modelChanged(node, name, value, seq) {
      recorder.ack = seq
      context.elements.get(node)?.modelChanged(name, value)
    },
    triggerPageLifetime(name, args) {
      for (const component of [root, ...extraRoots]) component.triggerPageLifetime(name, args as never)
    },
    select(selector, all, within) {
      const owner = within === undefined ? instance : within
      const element = elementOf(owner)
      if (!element) return []
      const shadow = shadowOf(owner as ComponentInstance)
      const found = all ? shadow.querySelectorAll(selector) : [shadow.querySelector(selector)]
      return found.flatMap((item) => {
        const node = item && nodeOfElement(item)
        return node === undefined || node === null ? [] : [node]
      })
    },
    find(attribute, value, within) {
      const owner = within === undefined ? instance : within
      if (!elementOf(owner)) return undefined
      for (const element of glassEasel.ElementIterator.create(
        shadowOf(owner as ComponentInstance),
        'shadow-descendants-root-first' as glassEasel.ElementIteratorType,
      )) {
        if (!(element instanceof glassEasel.Element)) continue
        if (readNode(element, attribute) === value) return nodeOfElement(element)
      }
      return undefined
    },
    describe(node) {
      const element = elementAt(node)
      if (!element) return undefined
      return {
        id: element.id,
        dataset: { ...(element.dataset as Record<string, unknown> | null) },
        mark: { ...element.collectMarks() },
      }
    },
    componentOf(node) {
      const element = elementAt(node) ?? context.virtualHost(node)
      return element && glassEasel.Component.isComponent(element) ? instanceOf(element) : undefined
    },
    nodeOf(target) {
      const element = elementOf(target)
      return element && nodeOfElement(element)
    },
    formValue(node, fields) {
      const form = elementAt(node)
      const value: Record<string, unknown> = {}
      if (!form) return value
      for (const field of fields) {
        if (elementAt(field.node)?.ownerShadowRoot === form.ownerShadowRoot) value[field.name] = field.value
      }
      for (const element of glassEasel.ElementIterator.create(
        form,
        'composed-descendants-root-first' as glassEasel.ElementIteratorType,
      )) {
        if (!(element instanceof glassEasel.Element) || !glassEasel.Component.isComponent(element)) continue
        if (!element.hasBehavior(registry.formField as never)) continue
        const own = element.data as { name?: string; value?: unknown }
        if (own.name) value[own.name] = own.value
      }
      return value
    },
  }
}
