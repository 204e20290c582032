import { toPx } from '../../built-in-element'
import { followDrag, type Axis } from '../dragging/follow-drag'
import { followPinch, type Point } from '../dragging/follow-pinch'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { HostStyle } from '../styling/host-style'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { clampPoint, glide, rangeOf, springTo, stretchTo, type Bounds, type Simulation } from './movement'

type Source = '' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction'

const markup = createMarkup('<slot></slot>')
const sheet = createSheet(`
:host { display: inline-block; position: absolute; left: 0; top: 0; width: 10px; height: 10px; }
:host([hidden]) { display: none; }
`)

const MIN_GLIDE_PX_PER_S = 50

export class MovableViewElement extends ScheduledElement {
  private readonly hostStyle: HostStyle
  /** Of the scaled view's corner, from where the layout puts it. */
  private position: Point = { x: 0, y: 0 }
  private scale = 1
  private moving: Simulation | undefined
  private placed = false
  private dragged: { from: Point; dx: number; dy: number; axis: Axis } | undefined
  private pinched: { scale: number; position: Point; center: Point } | undefined
  private reported: Point = { x: 0, y: 0 }
  private reportFrame = 0
  private reportSource: Source = ''
  private sizes: ResizeObserver | undefined

  static define(): void {
    customElements.define('wx-movable-view', MovableViewElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.hostStyle = new HostStyle(root)
    this.hostStyle.set('transform-origin', '0 0')
    this.followFinger()
    followPinch(this, {
      enabled: () => this.scales && !this.area?.hasAttribute('sp-scales'),
      begin: (center) => this.beginScale(center),
      move: (factor, center) => this.scaleBy(factor, center),
      end: () => this.endScale(),
    })
  }

  connectedCallback(): void {
    this.sizes = new ResizeObserver(() => {
      if (!this.dragged && !this.moving) this.place(clampPoint(this.bounds(), this.position), '')
    })
    this.sizes.observe(this)
    if (this.area) this.sizes.observe(this.area)
    this.schedule()
  }

  disconnectedCallback(): void {
    this.sizes?.disconnect()
    this.moving?.cancel()
    this.moving = undefined
    cancelAnimationFrame(this.reportFrame)
    this.reportFrame = 0
  }

  get scales(): boolean {
    return this.flag('scale') && !this.flag('disabled')
  }

  private get area(): HTMLElement | null {
    return this.closest<HTMLElement>('wx-movable-area')
  }

  private get direction(): string {
    return this.textOf('direction', 'none')
  }

  protected update(changed: ReadonlySet<string>): void {
    this.hostStyle.set('touch-action', this.touchAction())
    if (changed.has('scale-value') || changed.has('scale')) this.setScale(this.numberOf('scale-value', 1))
    if (!this.isConnected) return
    if (changed.has('x') || changed.has('y') || !this.placed) this.moveToProperties()
  }

  private touchAction(): string {
    if (this.flag('disabled')) return ''
    if (this.flag('scale') || this.direction === 'all') return 'none'
    if (this.direction === 'horizontal') return 'pan-y'
    return this.direction === 'vertical' ? 'pan-x' : ''
  }

  private moveToProperties(): void {
    const wanted = {
      x: this.properties.x === undefined ? this.position.x : toPx(this.properties.x, innerWidth),
      y: this.properties.y === undefined ? this.position.y : toPx(this.properties.y, innerWidth),
    }
    const target = clampPoint(this.bounds(), wanted)
    this.moving?.cancel()
    this.moving = undefined
    const jumps = !this.placed || !this.flag('animation', true) || this.area?.offsetWidth === 0
    this.placed = true
    if (jumps) this.place(target, '')
    else this.springTo(target, '')
  }

  private springTo(target: Point, source: Source): void {
    this.moving = springTo(
      this.position,
      target,
      this.numberOf('damping', 20) || 20,
      (position) => this.place(position, source),
      () => (this.moving = undefined),
    )
  }

  private bounds(): Bounds {
    const area = this.area
    const everywhere = { low: -Infinity, high: Infinity }
    if (!area || area.clientWidth === 0) return { x: everywhere, y: everywhere }
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight, scale } = this
    return {
      x: rangeOf(area.clientWidth, offsetWidth * scale, offsetLeft),
      y: rangeOf(area.clientHeight, offsetHeight * scale, offsetTop),
    }
  }

  private place(position: Point, source: Source): void {
    this.position = position
    const { x, y } = position
    this.hostStyle.set(
      'transform',
      `translate(${x}px, ${y}px)${this.scale === 1 ? '' : ` scale(${this.scale})`}`,
    )
    if (x !== this.reported.x || y !== this.reported.y) this.reportChange(source)
  }

  /** At most one event for each animation frame, with the last place. */
  private reportChange(source: Source): void {
    this.reportSource = source
    if (this.reportFrame !== 0 || !this.isConnected || !this.placed) return
    this.reportFrame = requestAnimationFrame(() => {
      this.reportFrame = 0
      const x = round(this.position.x)
      const y = round(this.position.y)
      this.reported = { ...this.position }
      if (this.port.wants(this, 'change')) this.emit('change', { x, y, source: this.reportSource })
      this.model('x', x)
      this.model('y', y)
    })
  }

  private followFinger(): void {
    followDrag(this, {
      axes: () => {
        if (this.flag('disabled')) return 'none'
        if (this.direction === 'all') return 'both'
        if (this.direction === 'horizontal') return 'x'
        return this.direction === 'vertical' ? 'y' : 'none'
      },
      begin: (axis) => {
        this.moving?.cancel()
        this.moving = undefined
        this.dragged = { from: this.position, dx: 0, dy: 0, axis }
        this.emit(axis === 'x' ? 'htouchmove' : 'vtouchmove', {})
        return true
      },
      move: (dx, dy) => {
        if (!this.dragged) return
        Object.assign(this.dragged, { dx, dy })
        if (!this.pinched) this.dragTo(this.dragged.from, dx, dy)
      },
      end: (vx, vy) => {
        this.dragged = undefined
        if (!this.pinched) this.letGo(vx * 1000, vy * 1000)
      },
    })
  }

  private dragTo(from: Point, dx: number, dy: number): void {
    const moved = {
      x: from.x + (this.direction === 'vertical' ? 0 : dx),
      y: from.y + (this.direction === 'horizontal' ? 0 : dy),
    }
    const bounds = this.bounds()
    const inside = clampPoint(bounds, moved)
    const isInside = inside.x === moved.x && inside.y === moved.y
    if (isInside || !this.flag('out-of-bounds')) return this.place(inside, 'touch')
    this.place({ x: stretchTo(bounds.x, moved.x), y: stretchTo(bounds.y, moved.y) }, 'touch-out-of-bounds')
  }

  private letGo(vx: number, vy: number): void {
    const bounds = this.bounds()
    const inside = clampPoint(bounds, this.position)
    if (inside.x !== this.position.x || inside.y !== this.position.y)
      return this.springTo(inside, 'out-of-bounds')
    const velocity = {
      x: this.direction === 'vertical' ? 0 : vx,
      y: this.direction === 'horizontal' ? 0 : vy,
    }
    if (!this.flag('inertia') || Math.hypot(velocity.x, velocity.y) < MIN_GLIDE_PX_PER_S) return
    const friction = this.numberOf('friction', 2)
    this.moving = glide(
      this.position,
      velocity,
      friction > 0 ? friction : 2,
      bounds,
      (position) => this.place(position, 'friction'),
      () => (this.moving = undefined),
    )
  }

  /** From the program; scales about the middle. */
  private setScale(value: number): void {
    if (!this.flag('scale')) return
    const { x, y, width, height } = this.getBoundingClientRect()
    this.beginScale({ x: x + width / 2, y: y + height / 2 })
    this.scaleBy(value / this.scale, { x: x + width / 2, y: y + height / 2 })
    this.endScale()
  }

  beginScale(center: Point): void {
    this.moving?.cancel()
    this.moving = undefined
    this.pinched = { scale: this.scale, position: this.position, center }
  }

  /** Scales about the fingers' middle and follows it. */
  scaleBy(factor: number, center: Point): void {
    if (!this.pinched) return
    const { scale, position, center: start } = this.pinched
    const low = Math.max(0.1, this.numberOf('scale-min', 0.1))
    const high = Math.min(10, this.numberOf('scale-max', 10))
    const wanted = Math.max(low, Math.min(scale * factor, high))
    const area = this.area?.getBoundingClientRect()
    const origin = {
      x: start.x - (area?.x ?? 0) - this.offsetLeft,
      y: start.y - (area?.y ?? 0) - this.offsetTop,
    }
    const ratio = wanted / scale
    const changed = wanted !== this.scale
    this.scale = wanted
    const moved = {
      x: origin.x - (origin.x - position.x) * ratio + center.x - start.x,
      y: origin.y - (origin.y - position.y) * ratio + center.y - start.y,
    }
    this.place(clampPoint(this.bounds(), moved), 'touch')
    if (changed && this.placed)
      this.emit('scale', { x: round(this.position.x), y: round(this.position.y), scale: round(wanted) })
  }

  endScale(): void {
    this.pinched = undefined
    if (!this.dragged) return
    const { dx, dy } = this.dragged
    this.dragged.from = { x: this.position.x - dx, y: this.position.y - dy }
  }

  override queryProperty(name: string): unknown {
    if (name === 'x') return round(this.position.x)
    if (name === 'y') return round(this.position.y)
    return super.queryProperty(name)
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
