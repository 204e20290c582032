import { ListenerFlag, Op, ROOT_NODE } from '@sampan/protocol'
import type * as glassEasel from 'glass-easel'
import { resolvePath } from './resolve-path'
import type { OperationRecorder } from './operation-recorder'

const COMPOSED_MODE = 2
/** Named slots of built-in components: of `scroll-view` and of `map`. */
const COMPONENT_SLOTS = new Set(['refresher', 'callout'])

/** glass-easel names the hosts of custom components so; the tag of the template is the styling name. */
const HOST_NAME = 'wx-x'

/** Attributes that name a file of the program. */
const FILE_ATTRIBUTES: ReadonlySet<string> = new Set(['src', 'poster'])
const IS_URL = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/** What the backend needs to know of the page that it draws. */
export interface BackendEnvironment {
  windowWidth(): number
  windowHeight(): number
  pixelRatio(): number
  theme(): string
  scopeName(styleScope: number): string
  /** Whether the component's template uses view scripts, which read datasets in the frame. */
  usesViewScript(componentPath: string): boolean
  /** The attribute that style sheets select by, if they do, for a name in `dataset`. */
  styledAttribute(datasetName: string): string | undefined
}

/** A composed-mode backend of glass-easel whose tree lives elsewhere: it records what a frame has to do. */
export class RecordingContext {
  readonly mode = COMPOSED_MODE
  readonly elements = new Map<number, RecordedElement>()
  readonly root: RecordedElement
  private readonly virtualIds = new WeakMap<glassEasel.GeneralComponent, number>()
  private readonly virtualHosts = new Map<number, WeakRef<glassEasel.GeneralComponent>>()
  private attached: glassEasel.GeneralComponent[] = []
  /** The next host created stands for the page itself, so it takes the root's id. */
  private pageHostPending = true

  constructor(
    readonly recorder: OperationRecorder,
    readonly environment: BackendEnvironment,
  ) {
    this.root = new RecordedElement(this, ROOT_NODE, false)
    this.elements.set(ROOT_NODE, this.root)
  }

  destroy(): void {
    this.elements.clear()
  }

  getWindowWidth(): number {
    return this.environment.windowWidth()
  }

  getWindowHeight(): number {
    return this.environment.windowHeight()
  }

  getDevicePixelRatio(): number {
    return this.environment.pixelRatio()
  }

  getTheme(): string {
    return this.environment.theme()
  }

  registerStyleSheetContent(): void {}

  appendStyleSheetPath(): number {
    return 0
  }

  disableStyleSheet(): void {}

  render(callback: (error: Error | null) => void): void {
    this.recorder.whenFlushed(() => setTimeout(() => callback(null)))
  }

  getRootNode(): RecordedElement {
    return this.root
  }

  createElement(logicalName: string, stylingName: string): RecordedElement {
    const { recorder } = this
    if (logicalName !== HOST_NAME) {
      const element = this.add(recorder.newId())
      recorder.op2(Op.CreateElement, element.id, recorder.name(logicalName))
      return element
    }
    if (this.pageHostPending) {
      this.pageHostPending = false
      return this.root
    }
    const element = this.add(recorder.newId())
    element.scopeOperand = recorder.op3(
      Op.CreateHost,
      element.id,
      recorder.name(stylingName),
      recorder.name(''),
    )
    return element
  }

  createTextNode(content: string): RecordedElement {
    const { recorder } = this
    const element = this.add(recorder.newId())
    recorder.op2(Op.CreateText, element.id, recorder.value(content))
    return element
  }

  createFragment(): RecordedElement {
    return new RecordedElement(this, 0, true)
  }

  onEvent(): void {}

  /** As glass-easel wants it: its own types name no way to implement them from outside. */
  asBackend(): glassEasel.GeneralBackendContext {
    return this as unknown as glassEasel.GeneralBackendContext
  }

  /** Its `ready` comes once the frame has been told of it. */
  noteAttached(component: glassEasel.GeneralComponent): void {
    this.attached.push(component)
    if (this.attached.length > 1) return
    this.recorder.whenFlushed(() => {
      const components = this.attached
      this.attached = []
      for (const component of childrenFirst(components)) component.triggerLifetime('ready', [])
    })
  }

  /** An id for a component without an element of its own, by which view scripts name it. */
  virtualHostId(host: glassEasel.GeneralComponent): number {
    const known = this.virtualIds.get(host)
    if (known !== undefined) return known
    const id = this.recorder.newId()
    this.virtualIds.set(host, id)
    this.virtualHosts.set(id, new WeakRef(host))
    return id
  }

  virtualHost(id: number): glassEasel.GeneralComponent | undefined {
    return this.virtualHosts.get(id)?.deref()
  }

  needsDatasets(componentPath: string): boolean {
    return this.environment.usesViewScript(componentPath)
  }

  private add(id: number): RecordedElement {
    const element = new RecordedElement(this, id, false)
    this.elements.set(id, element)
    return element
  }
}

/** Keeps only what later operations need: its place among its siblings, its classes, its last attribute values. */
export class RecordedElement {
  __wxElement: glassEasel.Element | undefined = undefined
  parent: RecordedElement | null = null
  private first: RecordedElement | null = null
  private last: RecordedElement | null = null
  private previous: RecordedElement | null = null
  private next: RecordedElement | null = null
  private classes: string[] | null = null
  private classesDirty = false
  private attributes: Map<string, unknown> | null = null
  private listeners: Map<string, number> | null = null
  private modelListeners: Map<string, (value: unknown) => void> | null = null
  /** Where `CreateHost` keeps its style scope, while the batch is open. */
  scopeOperand = -1
  ownerRecorded = false

  constructor(
    readonly context: RecordingContext,
    readonly id: number,
    private readonly isFragment: boolean,
  ) {}

  release(): void {
    if (this.isFragment || this.id === ROOT_NODE) return
    this.context.elements.delete(this.id)
    this.context.recorder.op1(Op.Release, this.id)
  }

  associateValue(element: glassEasel.Element): void {
    this.__wxElement = element
    this.scopeOperand = -1
  }

  /** `slot` of a child of a built-in component: only what the component itself places by name. */
  private recordSlot(): void {
    const slot = this.__wxElement?.slot
    if (slot && COMPONENT_SLOTS.has(slot)) this.setAttribute('slot', slot)
  }

  appendChild(child: RecordedElement): void {
    child.link(this, null)
    this.recordInsert(child, null)
  }

  removeChild(child: RecordedElement): void {
    child.unlink()
    this.recordRemove(child)
  }

  insertBefore(child: RecordedElement, before: RecordedElement | undefined): void {
    child.link(this, before ?? null)
    this.recordInsert(child, before ?? null)
  }

  replaceChild(child: RecordedElement, old: RecordedElement): void {
    child.link(this, old)
    this.recordInsert(child, old)
    this.removeChild(old)
  }

  spliceBefore(before: RecordedElement, deleteCount: number, list: RecordedElement): void {
    this.takeAll(list, before)
    this.spliceRemove(before, deleteCount)
  }

  spliceAppend(list: RecordedElement): void {
    this.takeAll(list, null)
  }

  spliceRemove(before: RecordedElement, deleteCount: number): void {
    let child: RecordedElement | null = before
    for (let i = 0; i < deleteCount && child; i++) {
      const following: RecordedElement | null = child.next
      this.removeChild(child)
      child = following
    }
  }

  setId(id: string): void {
    const { recorder } = this.context
    recorder.op2(Op.SetId, this.id, recorder.value(id))
  }

  setStyleScope(_scope: number, _extraScope?: number, hostScope?: number): void {
    if (hostScope === undefined) return
    const { recorder, environment } = this.context
    const name = environment.scopeName(hostScope)
    if (name === '') return
    if (this.scopeOperand >= 0) recorder.patch(this.scopeOperand, recorder.name(name))
    else recorder.op3(Op.SetAttribute, this.id, recorder.name('wx-host'), recorder.value(name))
  }

  setStyle(style: string): void {
    const { recorder } = this.context
    recorder.op2(Op.SetStyle, this.id, recorder.value(style))
  }

  addClass(name: string, styleScope?: number): void {
    this.classes ??= []
    this.classes.push(this.scopedClass(name, styleScope))
    this.markClasses()
  }

  removeClass(name: string, styleScope?: number): void {
    const at = this.classes?.indexOf(this.scopedClass(name, styleScope)) ?? -1
    if (at < 0) return
    this.classes!.splice(at, 1)
    this.markClasses()
  }

  clearClasses(): void {
    this.classes = null
    this.markClasses()
  }

  writeClasses(): void {
    this.classesDirty = false
    if (!this.context.elements.has(this.id)) return
    const { recorder } = this.context
    recorder.op2(Op.SetClass, this.id, recorder.name(this.classes ? this.classes.join(' ') : ''))
  }

  setAttribute(name: string, value: unknown): void {
    const isPlain = typeof value !== 'object' && typeof value !== 'function'
    if (isPlain) {
      this.attributes ??= new Map()
      if (this.attributes.get(name) === value && this.attributes.has(name)) return
      this.attributes.set(name, value)
    } else {
      this.attributes?.delete(name)
    }
    const { recorder } = this.context
    const sent = name.endsWith('-class')
      ? this.scopedClasses(value)
      : FILE_ATTRIBUTES.has(name)
        ? this.pathFromRoot(value)
        : toWireValue(value)
    recorder.op3(Op.SetAttribute, this.id, recorder.name(name), recorder.value(sent))
  }

  /** `hover-class` and its like name classes of the template's style sheet. */
  private scopedClasses(value: unknown): unknown {
    const options = this.__wxElement?.ownerShadowRoot?.getHostNode().getComponentOptions()
    if (typeof value !== 'string' || !options || value === 'none') return value
    const { styleScope, extraStyleScope } = options
    return value
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((name) => [
        this.scopedClass(name, styleScope ?? undefined),
        ...(extraStyleScope === null ? [] : [this.scopedClass(name, extraStyleScope)]),
      ])
      .join(' ')
  }

  /** A component's pictures lie beside its own files. The frame knows the page's place only. */
  private pathFromRoot(value: unknown): unknown {
    const owner = this.__wxElement?.ownerShadowRoot?.getHostNode()
    if (typeof value !== 'string' || !owner || owner.$$ === this.context.root) return toWireValue(value)
    const path = value.trim()
    return path === '' || IS_URL.test(path) ? value : `/${resolvePath(path, owner.is)}`
  }

  toWire(value: unknown): unknown {
    return toWireValue(value)
  }

  removeAttribute(name: string): void {
    this.attributes?.delete(name)
    const { recorder } = this.context
    recorder.op2(Op.RemoveAttribute, this.id, recorder.name(name))
  }

  /**
   * The frame may have changed values by itself (typing, scrolling, choosing): the next `setAttribute` must not be
   * skipped. A choice in a group is one of the elements below it.
   */
  forgetAttributes(below = false): void {
    this.attributes = null
    if (!below) return
    for (let child = this.first; child; child = child.next) child.forgetAttributes(true)
  }

  setText(content: string): void {
    const { recorder } = this.context
    recorder.op2(Op.SetText, this.id, recorder.value(content))
  }

  setModelBindingStat(name: string, listener: ((value: unknown) => void) | null): void {
    const { recorder } = this.context
    if (listener) (this.modelListeners ??= new Map()).set(name, listener)
    else this.modelListeners?.delete(name)
    recorder.op3(Op.SetModel, this.id, recorder.name(name), listener ? 1 : 0)
  }

  /** A `model` message of the frame. */
  modelChanged(name: string, value: unknown): void {
    this.forgetAttributes()
    this.modelListeners?.get(name)?.(value)
  }

  setListenerStats(type: string, capture: boolean, mutLevel: number): void {
    const FINAL = 2
    const MUT = 1
    const bits = capture
      ? mutLevel === FINAL
        ? ListenerFlag.Capture | ListenerFlag.CaptureCatch
        : ListenerFlag.Capture
      : mutLevel === FINAL
        ? ListenerFlag.Bind | ListenerFlag.Catch
        : mutLevel === MUT
          ? ListenerFlag.Bind | ListenerFlag.MutBind
          : ListenerFlag.Bind
    const phase = capture
      ? ListenerFlag.Capture | ListenerFlag.CaptureCatch
      : ListenerFlag.Bind | ListenerFlag.Catch | ListenerFlag.MutBind
    this.setListenerFlags(type, ((this.listeners?.get(type) ?? 0) & ~phase) | bits)
  }

  /** For what listens without an element of its own. */
  listenAsWell(type: string, capture: boolean): void {
    const flag = capture ? ListenerFlag.Capture : ListenerFlag.Bind
    this.setListenerFlags(type, (this.listeners?.get(type) ?? 0) | flag)
  }

  private setListenerFlags(type: string, flags: number): void {
    const listeners = (this.listeners ??= new Map())
    if (flags === (listeners.get(type) ?? 0)) return
    listeners.set(type, flags)
    const { recorder } = this.context
    recorder.op3(Op.SetListener, this.id, recorder.name(type), flags)
  }

  private markClasses(): void {
    if (this.classesDirty) return
    this.classesDirty = true
    this.context.recorder.markClasses(this)
  }

  private scopedClass(name: string, styleScope: number | undefined): string {
    const scope = styleScope === undefined ? '' : this.context.environment.scopeName(styleScope)
    return scope === '' ? name : `${scope}--${name}`
  }

  private takeAll(list: RecordedElement, before: RecordedElement | null): void {
    for (let child = list.first; child; child = list.first) {
      child.unlink()
      child.link(this, before)
      this.recordInsert(child, before)
    }
  }

  /** A fragment's children reach the frame when they get a real parent. */
  private recordInsert(child: RecordedElement, before: RecordedElement | null): void {
    if (this.isFragment) return
    const { recorder } = this.context
    if (child.isFragment) this.takeAll(child, before)
    else if (before) recorder.op3(Op.InsertBefore, this.id, child.id, before.id)
    else recorder.op2(Op.Append, this.id, child.id)
    child.recordSlot()
  }

  private recordRemove(child: RecordedElement): void {
    if (!this.isFragment) this.context.recorder.op2(Op.Remove, this.id, child.id)
  }

  private link(parent: RecordedElement, before: RecordedElement | null): void {
    if (this.isFragment) return
    if (this.parent) this.unlink()
    this.parent = parent
    this.next = before
    this.previous = before ? before.previous : parent.last
    if (this.previous) this.previous.next = this
    else parent.first = this
    if (before) before.previous = this
    else parent.last = this
  }

  private unlink(): void {
    const { parent } = this
    if (!parent) return
    if (this.previous) this.previous.next = this.next
    else parent.first = this.next
    if (this.next) this.next.previous = this.previous
    else parent.last = this.previous
    this.parent = this.previous = this.next = null
  }
}

/** What cannot cross to the frame (functions, class instances with methods) is left out, as JSON would. */
function toWireValue(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return null
  if (typeof value !== 'object' || value === null) return value
  if (isCloneable(value)) return value
  return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
}

function isCloneable(value: object, depth = 0): boolean {
  if (depth > 20) return false
  if (Array.isArray(value)) return value.every((item) => isCloneableValue(item, depth))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value instanceof ArrayBuffer
  return Object.values(value).every((item) => isCloneableValue(item, depth))
}

function isCloneableValue(value: unknown, depth: number): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false
  return typeof value !== 'object' || value === null || isCloneable(value, depth + 1)
}

/** Components come parents first; `ready` goes to children first. */
function childrenFirst(components: glassEasel.GeneralComponent[]): glassEasel.GeneralComponent[] {
  const order: glassEasel.GeneralComponent[] = []
  const open: glassEasel.GeneralComponent[] = []
  for (const component of components) {
    while (open.length > 0 && !isInside(component, open.at(-1)!)) order.push(open.pop()!)
    open.push(component)
  }
  return order.concat(open.reverse())
}

function isInside(inner: glassEasel.Element, outer: glassEasel.Element): boolean {
  let node: glassEasel.Element | null = inner
  while (node) {
    if (node === outer) return true
    node = node.parentNode ?? (node as Partial<glassEasel.ShadowRoot>).getHostNode?.() ?? null
  }
  return false
}
