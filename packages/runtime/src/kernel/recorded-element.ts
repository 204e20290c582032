import { ListenerFlag, Op, ROOT_NODE } from '@sampan/protocol'
import type * as glassEasel from 'glass-easel'
import { attributeValue } from './attribute-value'
import type { BackendEnvironment } from './backend-environment'
import type { IdTable } from './id-table'
import { withListener } from './listener-flags'
import { findNamed } from './named-value'
import type { NamedValue } from './named-value'
import type { OperationRecorder } from './operation-recorder'
import { scopedClass } from './scoped-class'
import { linkBefore, unlink } from './sibling-links'

/** Named slots of built-in components: of `scroll-view` and of `map`. */
const COMPONENT_SLOTS = new Set(['refresher', 'callout'])

/** In the place of an attribute's value that the frame has in a form of its own. */
const UNKNOWN = {}

/** What an element needs of the context that it is in. */
export interface ElementContext {
  readonly recorder: OperationRecorder
  readonly environment: BackendEnvironment
  readonly elements: IdTable<RecordedElement>
  readonly root: RecordedElement
  /** An id for a component without an element of its own, by which view scripts name it. */
  virtualHostId(host: glassEasel.GeneralComponent): number
  needsDatasets(componentPath: string): boolean
}

/** Keeps only what later operations need: its place among its siblings, its classes, its last attribute values. */
export class RecordedElement {
  __wxElement: glassEasel.Element | undefined = undefined
  parent: RecordedElement | null = null
  first: RecordedElement | null = null
  last: RecordedElement | null = null
  previous: RecordedElement | null = null
  next: RecordedElement | null = null
  /** With spaces between them. */
  private classes = ''
  private classesDirty = false
  private attributes: NamedValue<unknown> | null = null
  private listeners: NamedValue<number> | null = null
  private modelListeners: Map<string, (value: unknown) => void> | null = null
  /** Where `CreateHost` keeps its style scope, while the batch is open. */
  scopeOperand = -1
  ownerRecorded = false

  constructor(
    readonly context: ElementContext,
    readonly id: number,
    readonly isFragment: boolean,
  ) {}

  release(): void {
    if (this.isFragment || this.id === ROOT_NODE) return
    this.context.elements.delete(this)
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
    linkBefore(child, this, null)
    this.recordInsert(child, null)
  }

  removeChild(child: RecordedElement): void {
    unlink(child)
    this.recordRemove(child)
  }

  insertBefore(child: RecordedElement, before: RecordedElement | undefined): void {
    linkBefore(child, this, before ?? null)
    this.recordInsert(child, before ?? null)
  }

  replaceChild(child: RecordedElement, old: RecordedElement): void {
    linkBefore(child, this, old)
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
    const added = scopedClass(this.context.environment, name, styleScope)
    this.classes = this.classes === '' ? added : `${this.classes} ${added}`
    this.markClasses()
  }

  removeClass(name: string, styleScope?: number): void {
    const classes = this.classes.split(' ')
    const at = classes.indexOf(scopedClass(this.context.environment, name, styleScope))
    if (at < 0) return
    classes.splice(at, 1)
    this.classes = classes.join(' ')
    this.markClasses()
  }

  clearClasses(): void {
    this.classes = ''
    this.markClasses()
  }

  writeClasses(): void {
    this.classesDirty = false
    if (!this.context.elements.get(this.id)) return
    const { recorder } = this.context
    recorder.op2(Op.SetClass, this.id, recorder.name(this.classes))
  }

  setAttribute(name: string, value: unknown): void {
    const isPlain = typeof value !== 'object' && typeof value !== 'function'
    const known = findNamed(this.attributes, name)
    if (known && isPlain && known.value === value) return
    if (known) known.value = isPlain ? value : UNKNOWN
    else if (isPlain) this.attributes = { name, value, next: this.attributes }
    const { recorder } = this.context
    const sent = attributeValue(this, name, value)
    recorder.op3(Op.SetAttribute, this.id, recorder.name(name), recorder.value(sent))
  }

  removeAttribute(name: string): void {
    const known = findNamed(this.attributes, name)
    if (known) known.value = UNKNOWN
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
    const flags = findNamed(this.listeners, type)?.value ?? 0
    this.setListenerFlags(type, withListener(flags, capture, mutLevel))
  }

  /** For what listens without an element of its own. */
  listenAsWell(type: string, capture: boolean): void {
    const flag = capture ? ListenerFlag.Capture : ListenerFlag.Bind
    this.setListenerFlags(type, (findNamed(this.listeners, type)?.value ?? 0) | flag)
  }

  private setListenerFlags(type: string, flags: number): void {
    const known = findNamed(this.listeners, type)
    if (flags === (known?.value ?? 0)) return
    if (known) known.value = flags
    else this.listeners = { name: type, value: flags, next: this.listeners }
    const { recorder } = this.context
    recorder.op3(Op.SetListener, this.id, recorder.name(type), flags)
  }

  private markClasses(): void {
    if (this.classesDirty) return
    this.classesDirty = true
    this.context.recorder.markClasses(this)
  }

  private takeAll(list: RecordedElement, before: RecordedElement | null): void {
    for (let child = list.first; child; child = list.first) {
      unlink(child)
      linkBefore(child, this, before)
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
}
