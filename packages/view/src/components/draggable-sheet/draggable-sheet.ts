import { toPx, type ContextDescription } from '../../built-in-element'
import { animate, easeOutCubic, type Animation } from '../animation/animate'
import { followDrag } from '../dragging/follow-drag'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { ScrollViewElement } from '../scroll-view/scroll-view'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

const markup = createMarkup('<div class="panel"><slot></slot></div>')
const sheet = createSheet(`
:host { display: block; position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
:host([hidden]) { display: none; }
.panel {
  position: absolute; left: 0; right: 0; bottom: 0; height: 50%; overflow: hidden; pointer-events: auto; touch-action: none;
  --sp-scroll-touch: none;
}
.panel.top { --sp-scroll-touch: auto; }
`)

const SETTLE_MS = 250
const FLICK_PX_PER_MS = 0.4

/** A panel that grows from the bottom of its parent. Its content scrolls when it is as high as it gets. */
export class DraggableSheetElement extends ScheduledElement {
  private readonly panel: HTMLElement
  /** Share of the parent's height. */
  private size = 0
  private placed = false
  private moving: Animation | undefined

  static define(): void {
    customElements.define('wx-draggable-sheet', DraggableSheetElement)
  }

  constructor() {
    super()
    this.panel = attachShadow(this, sheet, markup).querySelector<HTMLElement>('.panel')!
    this.followFinger()
  }

  connectedCallback(): void {
    this.schedule()
  }

  protected update(): void {
    if (!this.placed) this.show(this.numberOf('initial-child-size', 0.5))
    this.placed = true
  }

  private limits(): { low: number; high: number } {
    return { low: this.numberOf('min-child-size', 0.25), high: this.numberOf('max-child-size', 1) }
  }

  private show(size: number): void {
    const { low, high } = this.limits()
    this.size = Math.max(low, Math.min(size, high))
    this.panel.style.height = `${this.size * 100}%`
    this.panel.classList.toggle('top', this.size >= high)
    if (this.port.wants(this, 'sizeupdate')) {
      this.emit('sizeupdate', { size: this.size, pixels: this.size * this.clientHeight })
    }
  }

  private settle(size: number, durationMs = SETTLE_MS): void {
    this.moving?.cancel()
    const from = this.size
    this.moving = animate(durationMs, easeOutCubic, (t) => this.show(from + (size - from) * t))
  }

  private followFinger(): void {
    let from = 0
    followDrag(this.panel, {
      axes: () => 'y',
      press: () => this.moving?.cancel(),
      begin: (_axis, sign, event) => {
        from = this.size
        // At its full height the sheet yields to content that can scroll.
        return this.size < this.limits().high || (sign > 0 && !isScrolledInside(event))
      },
      move: (_dx, dy) => this.show(from - dy / (this.clientHeight || 1)),
      end: (_vx, vy) => {
        if (this.flag('snap')) this.settle(this.snapTarget(-vy))
      },
    })
  }

  private snapTarget(velocity: number): number {
    const { low, high } = this.limits()
    const own = this.properties['snap-sizes']
    const stops = [low, ...(Array.isArray(own) ? own.map(Number).filter(Number.isFinite) : []), high].sort(
      (a, b) => a - b,
    )
    if (velocity > FLICK_PX_PER_MS) return stops.find((stop) => stop > this.size) ?? high
    if (velocity < -FLICK_PX_PER_MS) return stops.findLast((stop) => stop < this.size) ?? low
    return stops.reduce((best, stop) =>
      Math.abs(stop - this.size) < Math.abs(best - this.size) ? stop : best,
    )
  }

  override describeContext(): ContextDescription {
    return { type: 'draggable-sheet' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    if (name !== 'scrollTo') return super.callMethod(name, args)
    const { size, pixels, animated, duration } = (args[0] ?? {}) as Record<string, unknown>
    const target = pixels === undefined ? Number(size) : toPx(pixels, innerWidth) / (this.clientHeight || 1)
    if (!Number.isFinite(target)) throw new Error('scrollTo:fail invalid size')
    return this.settle(target, animated === false ? 0 : typeof duration === 'number' ? duration : SETTLE_MS)
  }
}

function isScrolledInside(event: Event): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof ScrollViewElement && target.scroller.scrollTop > 0)
}
