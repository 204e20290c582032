import { toPx, type ContextDescription, type PropertyValue } from '../../built-in-element'
import { isCaught, pathFrom } from '../../tree/event-path'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { createDragReporter } from './drag-reporter'
import { createEdgeWatch } from './edge-watch'
import { dragToScroll } from './mouse-scroll'
import { followPull } from './pull-gesture'
import { Refresher } from './refresher'
import {
  isMoving,
  SCROLL_DURATION_MS,
  scrollTo,
  targetOf,
  type ScrollAlignment,
  type ScrollTarget,
} from './scroll-animation'
import { createScrollThumbs } from './scroll-thumbs'
import { scrollViewMarkup, scrollViewSheet } from './scroll-view-shadow'

/** What `ScrollViewContext` changes directly, over the attributes. */
const CONTEXT_SETTINGS = {
  scrollEnabled: 'scroll-enabled',
  bounces: 'bounces',
  showScrollbar: 'show-scrollbar',
  pagingEnabled: 'paging-enabled',
  fastDeceleration: 'fast-deceleration',
  decelerationDisabled: 'deceleration-disabled',
} as const

export class ScrollViewElement extends ScheduledElement {
  private readonly frame: HTMLElement
  readonly scroller: HTMLElement
  private readonly refresher: Refresher
  private readonly drag: ReturnType<typeof createDragReporter>
  private readonly watchX = createEdgeWatch((edge) => this.reportEdge('x', edge))
  private readonly watchY = createEdgeWatch((edge) => this.reportEdge('y', edge))
  private showThumbs: (() => void) | undefined
  private lastLeft = 0
  private lastTop = 0
  /** Positions asked for while the element had no size (hidden, or not in the page yet). */
  private waiting = new Set<string>()
  private sizeObserver: ResizeObserver | undefined
  private wantedTrigger: boolean | undefined
  private followsPull = false
  private dragged = false

  static define(): void {
    customElements.define('wx-scroll-view', ScrollViewElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, scrollViewSheet, scrollViewMarkup)
    this.frame = root.querySelector<HTMLElement>('.frame')!
    this.scroller = root.querySelector<HTMLElement>('.scroller')!
    const refresher = root.querySelector<HTMLElement>('.refresher')!
    this.refresher = new Refresher(
      { frame: this.frame, scroller: this.scroller, refresher },
      (name, detail) => this.emit(name, detail),
    )
    this.drag = createDragReporter(this.scroller, (name, detail) => this.emit(name, detail))
    this.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true })
    this.addEventListener('touchstart', () => this.holdChain(), { passive: true })
    this.scroller.addEventListener('scrollend', () => this.snapToPage(), { passive: true })
    dragToScroll(this, this.scroller, (axis) => this.scrolls(axis), {
      fastDeceleration: () => this.flag('fast-deceleration'),
      glides: () => !this.pages,
      started: () => (this.dragged = true),
      ended: () => {
        this.dragged = false
        this.snapToPage()
      },
    })
  }

  connectedCallback(): void {
    if (this.waiting.size > 0 || this.flag('enable-flex')) this.schedule()
  }

  disconnectedCallback(): void {
    this.sizeObserver?.disconnect()
    this.sizeObserver = undefined
  }

  protected override propertyChanged(name: string, value: PropertyValue, old: PropertyValue): void {
    // A refresh that the user began has no counterpart in the program's data: the same `false` ends it.
    if (name === 'refresher-triggered') {
      this.wantedTrigger = this.flag('refresher-triggered')
      return this.schedule()
    }
    super.propertyChanged(name, value, old)
  }

  protected update(changed: ReadonlySet<string>): void {
    this.applyLook()
    this.applyRefresher(changed)
    for (const name of ['scroll-top', 'scroll-left', 'scroll-into-view']) {
      if (changed.has(name)) this.waiting.add(name)
    }
    this.applyPositions()
  }

  private applyLook(): void {
    const { classList } = this.scroller
    classList.toggle('x', this.scrolls('x'))
    classList.toggle('y', this.scrolls('y'))
    classList.toggle('flex', this.flag('enable-flex'))
    this.frame.classList.toggle('flex', this.flag('enable-flex'))
    classList.toggle('row', this.isImpliedRow())
    classList.toggle('anchoring', this.flag('scroll-anchoring'))
    const padding = this.properties.padding
    if (Array.isArray(padding))
      this.scroller.style.padding = padding.map((side) => `${Number(side) || 0}px`).join(' ')
  }

  /**
   * A sideways `enable-flex` that nobody wrote for a web view: without `display: flex`, or with a `type` of Skyline,
   * where views are flex boxes anyway and the children of a list keep their sizes.
   */
  private isImpliedRow(): boolean {
    if (!this.flag('enable-flex') || !this.scrolls('x') || this.scrolls('y') || !this.isConnected)
      return false
    return this.properties.type !== undefined || !getComputedStyle(this).display.includes('flex')
  }

  /** Inside a `catchtouchmove` (a popup over a page) scrolling must not go on in what is behind it. */
  private holdChain(): void {
    const held =
      this.flag('refresher-enabled') || !this.flag('bounces', true) || isCaught(pathFrom(this), 'touchmove')
    this.scroller.style.overscrollBehavior = held ? 'contain' : ''
  }

  private applyRefresher(changed: ReadonlySet<string>): void {
    if ([...changed].some((name) => name.startsWith('refresher-'))) {
      const style = this.textOf('refresher-default-style', 'black')
      this.refresher.configure({
        enabled: this.flag('refresher-enabled'),
        thresholdPx: this.lengthOf('refresher-threshold', 45),
        style: style === 'white' || style === 'none' ? style : 'black',
        background: this.textOf('refresher-background', '#FFF'),
      })
    }
    if (this.refresher.enabled && !this.followsPull) {
      this.followsPull = true
      followPull(this, this.refresher)
    }
    if (this.wantedTrigger === true) this.refresher.open()
    else if (this.wantedTrigger === false) this.refresher.finish()
    this.wantedTrigger = undefined
  }

  /** `scroll-into-view` wins over positions, as it names what must be seen. */
  private applyPositions(): void {
    if (this.waiting.size === 0) return
    if (this.scroller.clientHeight === 0 && this.scroller.clientWidth === 0) return this.waitForSize()
    const duration = this.flag('scroll-with-animation') ? SCROLL_DURATION_MS : 0
    const target: ScrollTarget = {}
    if (this.waiting.has('scroll-top') && this.scrolls('y')) target.top = this.lengthOf('scroll-top', 0)
    if (this.waiting.has('scroll-left') && this.scrolls('x')) target.left = this.lengthOf('scroll-left', 0)
    const id = this.waiting.has('scroll-into-view') ? this.textOf('scroll-into-view') : ''
    const element = id === '' ? null : this.querySelector(`#${CSS.escape(id)}`)
    this.waiting.clear()
    if (element) this.showElement(element, this.lengthOf('scroll-into-view-offset', 0), duration)
    else if (target.top !== undefined || target.left !== undefined) scrollTo(this.scroller, target, duration)
  }

  private waitForSize(): void {
    if (this.sizeObserver || !this.isConnected) return
    this.sizeObserver = new ResizeObserver(() => {
      if (this.scroller.clientHeight === 0 && this.scroller.clientWidth === 0) return
      this.sizeObserver?.disconnect()
      this.sizeObserver = undefined
      this.applyPositions()
    })
    this.sizeObserver.observe(this.scroller)
  }

  private showElement(
    element: Element,
    offset: number,
    durationMs: number,
    alignment?: ScrollAlignment,
  ): void {
    const chosen = alignment ?? (this.textOf('scroll-into-view-alignment', 'start') as ScrollAlignment)
    const full = targetOf(this.scroller, element, chosen, offset)
    const target: ScrollTarget = {}
    if (this.scrolls('x')) target.left = full.left
    if (this.scrolls('y')) target.top = full.top
    scrollTo(this.scroller, target, durationMs)
  }

  private scrolls(axis: 'x' | 'y'): boolean {
    if (!this.flag('scroll-enabled', true)) return false
    return this.flag(axis === 'x' ? 'scroll-x' : 'scroll-y')
  }

  private lengthOf(name: string, whenAbsent: number): number {
    const value = this.properties[name]
    if (value === undefined || value === null || value === '') return whenAbsent
    return toPx(value, window.innerWidth)
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.scroller
    const deltaX = this.lastLeft - scrollLeft
    const deltaY = this.lastTop - scrollTop
    if (deltaX === 0 && deltaY === 0) return
    this.lastLeft = scrollLeft
    this.lastTop = scrollTop
    if (this.port.wants(this, 'scroll')) {
      this.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
    }
    if (this.flag('enhanced')) this.drag.scrolled()
    const upper = this.lengthOf('upper-threshold', 50)
    const lower = this.lengthOf('lower-threshold', 50)
    if (this.scrolls('y'))
      this.watchY({ position: scrollTop, viewport: clientHeight, total: scrollHeight }, upper, lower)
    if (this.scrolls('x'))
      this.watchX({ position: scrollLeft, viewport: clientWidth, total: scrollWidth }, upper, lower)
    if (this.flag('show-scrollbar', true)) {
      this.showThumbs ??= createScrollThumbs(this.frame, this.scroller)
      this.showThumbs()
    }
  }

  private reportEdge(axis: 'x' | 'y', edge: 'upper' | 'lower'): void {
    if (edge === 'upper') this.emit('scrolltoupper', { direction: axis === 'y' ? 'top' : 'left' })
    else this.emit('scrolltolower', { direction: axis === 'y' ? 'bottom' : 'right' })
  }

  private get pages(): boolean {
    return this.flag('enhanced') && this.flag('paging-enabled')
  }

  private snapToPage(): void {
    if (!this.pages || this.dragged || isMoving(this.scroller)) return
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.scroller
    const target: ScrollTarget = {}
    if (this.scrolls('x')) target.left = Math.round(scrollLeft / clientWidth) * clientWidth
    if (this.scrolls('y')) target.top = Math.round(scrollTop / clientHeight) * clientHeight
    scrollTo(this.scroller, target, SCROLL_DURATION_MS)
  }

  override scrollPosition() {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = this.scroller
    return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
  }

  override describeContext(): ContextDescription {
    return { type: 'scroll-view' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    const options = isRecord(args.at(-1)) ? (args.at(-1) as Record<string, unknown>) : {}
    switch (name) {
      case 'scrollTo':
        return this.contextScrollTo(options)
      case 'scrollIntoView':
        return this.contextScrollIntoView(String(args[0] ?? ''), options)
      case 'triggerRefresh':
        return this.refresher.open(numberOr(options.duration, undefined))
      case 'closeRefresh':
        return this.refresher.finish()
      case 'set':
        return this.contextSet(options)
    }
    return super.callMethod(name, args)
  }

  private contextScrollTo(options: Record<string, unknown>): void {
    const target: ScrollTarget = {}
    if (options.top !== undefined) target.top = toPx(options.top, window.innerWidth)
    if (options.left !== undefined) target.left = toPx(options.left, window.innerWidth)
    const duration =
      options.animated === false ? 0 : (numberOr(options.duration, SCROLL_DURATION_MS) as number)
    scrollTo(this.scroller, target, duration)
  }

  private contextScrollIntoView(selector: string, options: Record<string, unknown>): void {
    const element = this.querySelector(selector)
    if (!element) throw new Error(`scrollIntoView:fail no element matches ${selector}`)
    const duration = options.animated === false ? 0 : SCROLL_DURATION_MS
    this.showElement(element, numberOr(options.offset, 0) as number, duration, alignmentOr(options.alignment))
  }

  private contextSet(options: Record<string, unknown>): void {
    for (const [name, property] of Object.entries(CONTEXT_SETTINGS)) {
      if (Object.hasOwn(options, name)) this.setProperty(property, Boolean(options[name]))
    }
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function numberOr<T>(value: unknown, otherwise: T): number | T {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

function alignmentOr(value: unknown): ScrollAlignment | undefined {
  return value === 'start' || value === 'center' || value === 'end' || value === 'nearest' ? value : undefined
}
