/**
 * Base of the rich built-in components (swiper, input, scroll-view …). Plain ones (view, text) have no class: they
 * are unknown elements with a rule in `base.css`.
 *
 * The frame's operations set properties through `setProperty`, children go into `childHost`, and the component
 * reports back with `emit` and `model`. A component never touches anything outside itself, so it can be tested alone.
 */
export interface ComponentPort {
  /** True if some listener may want the event, so that a component can skip costly ones (`scroll`). */
  wants(element: BuiltInElement, name: string): boolean
  emit(element: BuiltInElement, name: string, detail: unknown, options?: EmitOptions): void
  model(element: BuiltInElement, name: string, value: unknown): void
  /** Asks the container for something only the host can draw. Rejects with an Error whose message is WeChat's. */
  widget(name: string, params: unknown, onEvent?: (name: string, detail: unknown) => void): WidgetCall
  /** Resolves a path of the program (`/images/a.png`, `../a.png`, `https://…`, `wxfile://…`) to a URL. */
  resolveUrl(path: string): string
  /** `ack` of the batch that is being applied, see OperationBatch. */
  currentAck(): number
  /** `seq` of the last event that the frame sent. */
  lastSeq(): number
}

export interface WidgetCall {
  result: Promise<unknown>
  /** Changes the parameters of a widget that is still there (a map, a web-view). */
  update(params: unknown): void
  close(): void
}

export interface EmitOptions {
  bubbles?: boolean
}

export type PropertyValue = unknown

/** What `SelectorQuery` and `fields({ properties })` may read beside plain attributes. */
export interface ContextDescription {
  /** Tells the runtime which context object to make: `video`, `canvas`, `map`, `editor`, `camera`, `live-player` … */
  type: string
  [detail: string]: unknown
}

export abstract class BuiltInElement extends HTMLElement {
  /** Set once by the frame, before the first property. 0 in tests without a frame. */
  nodeId = 0
  port: ComponentPort = detachedPort
  /** Values as the template gave them. */
  readonly properties: Record<string, PropertyValue> = Object.create(null) as Record<string, PropertyValue>

  /** Where the template's children go. */
  get childHost(): Element {
    return this
  }

  /** From an operation. `undefined` means that the attribute was removed. Names are as in the template (`scroll-y`). */
  setProperty(name: string, value: PropertyValue): void {
    const old = this.properties[name]
    if (value === undefined) delete this.properties[name]
    else this.properties[name] = value
    this.propertyChanged(name, value, old)
  }

  protected abstract propertyChanged(name: string, value: PropertyValue, old: PropertyValue): void

  /** All operations of the batch that touched this element or its children are in. Default: nothing. */
  batchApplied?(): void

  /** A `call` message: method of the component's context or node. Names not in the list are refused. */
  callMethod(name: string, _args: unknown[]): unknown {
    throw new Error(`${this.localName.slice(3)} has no method ${name}`)
  }

  /** Value for `fields({ properties: [name] })`. */
  queryProperty(name: string): unknown {
    return this.properties[name]
  }

  describeContext?(): ContextDescription
  /** For scroll-view and the like; default is 0. */
  scrollPosition?(): { scrollLeft: number; scrollTop: number; scrollWidth: number; scrollHeight: number }

  /** The `form` it belongs to asks for these. */
  formValue?(): unknown
  formReset?(): void
  /** A tap on a `label` of this element. */
  labelTapped?(): void

  protected emit(name: string, detail: unknown = {}, options?: EmitOptions): void {
    this.port.emit(this, name, detail, options)
  }

  protected model(name: string, value: unknown): void {
    this.port.model(this, name, value)
  }

  /** As WXML converts booleans: any non-empty string is true, `"false"` as well. */
  protected flag(name: string, whenAbsent = false): boolean {
    const value = this.properties[name]
    if (value === undefined || value === null) return whenAbsent
    return Boolean(value)
  }

  protected numberOf(name: string, whenAbsent: number): number {
    const value = this.properties[name]
    if (value === undefined || value === null || value === '') return whenAbsent
    const number = typeof value === 'number' ? value : Number.parseFloat(String(value))
    return Number.isFinite(number) ? number : whenAbsent
  }

  protected textOf(name: string, whenAbsent = ''): string {
    const value = this.properties[name]
    return value === undefined || value === null ? whenAbsent : String(value)
  }
}

const detachedPort: ComponentPort = {
  wants: () => true,
  emit: (element, name, detail) =>
    element.dispatchEvent(new CustomEvent(`wx:${name}`, { detail, bubbles: false })),
  model: () => {},
  widget: () => ({
    result: Promise.reject(new Error('no host')),
    update() {},
    close() {},
  }),
  resolveUrl: (path) => path,
  currentAck: () => Number.MAX_SAFE_INTEGER,
  lastSeq: () => 0,
}

/** Length of a template attribute that may be a number (px), `12px`, `12rpx` or a percentage. */
export function toCssLength(value: unknown): string {
  if (typeof value === 'number') return `${value}px`
  const text = String(value).trim()
  if (/^-?[\d.]+$/.test(text)) return `${text}px`
  return replaceRpx(text)
}

/** rpx in inline styles: 750rpx is the width of the page. */
export function replaceRpx(style: string): string {
  if (!/rpx/i.test(style)) return style
  return style.replace(
    /(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
    (_all, number: string) => `${(Number(number) / 7.5).toFixed(5)}vw`,
  )
}

/** px of a template length, for geometry in scripts. */
export function toPx(value: unknown, pageWidthPx: number): number {
  const text = String(value).trim()
  const number = Number.parseFloat(text)
  if (!Number.isFinite(number)) return 0
  return /rpx$/i.test(text) ? (number * pageWidthPx) / 750 : number
}
