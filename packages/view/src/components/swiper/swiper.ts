import { toCssLength, type PropertyValue } from '../../built-in-element'
import {
  animate,
  ease,
  easeInCubic,
  easeInOutCubic,
  easeOutCubic,
  linear,
  type Animation,
  type Easing,
} from '../animation/animate'
import { followDrag } from '../dragging/follow-drag'
import { isPageVisible } from '../scheduling/page-visibility'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { createEchoFilter } from './current-echo'
import { renderDots } from './indicator-dots'
import {
  edgeShares,
  indexAt,
  lastIndex,
  lastPosition,
  resistEnds,
  settlePosition,
  slidePosition,
  targetPosition,
  type SlideTrack,
} from './slide-geometry'
import { createSlideFrames } from './slide-frames'
import { swiperMarkup, swiperSheet } from './swiper-shadow'

type Source = '' | 'autoplay' | 'touch'

const EASINGS: Record<string, Easing> = {
  default: ease,
  linear,
  easeInCubic,
  easeOutCubic,
  easeInOutCubic,
}

export class SwiperElement extends ScheduledElement {
  private readonly window: HTMLElement
  private readonly viewport: HTMLElement
  private readonly track: HTMLElement
  private readonly dots: HTMLElement
  private readonly slides: ReturnType<typeof createSlideFrames>
  private slideTrack: SlideTrack = { count: 0, shown: 1, ring: false }
  /** In slides; whole numbers at rest. */
  private position = 0
  private current = 0
  private moving: Animation | undefined
  private dragging = false
  private autoplayTimer: ReturnType<typeof setTimeout> | undefined
  /** `current` from the program that has not been applied, perhaps because its slide is not there yet. */
  private wanted: number | undefined
  private childrenChanged = true
  private placed = false
  private readonly echo = createEchoFilter(() => this.port)

  static define(): void {
    customElements.define('wx-swiper', SwiperElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, swiperSheet, swiperMarkup, { slotAssignment: 'manual' })
    this.window = root.querySelector<HTMLElement>('.window')!
    this.viewport = root.querySelector<HTMLElement>('.viewport')!
    this.track = root.querySelector<HTMLElement>('.track')!
    this.dots = root.querySelector<HTMLElement>('.dots')!
    this.slides = createSlideFrames(this.track)
    new MutationObserver(() => this.collectLater()).observe(this, { childList: true })
    this.followDrags()
  }

  connectedCallback(): void {
    this.collectLater()
  }

  disconnectedCallback(): void {
    this.moving?.cancel()
    this.moving = undefined
    clearTimeout(this.autoplayTimer)
  }

  override batchApplied(): void {
    this.collectLater()
    super.batchApplied()
  }

  private collectLater(): void {
    this.childrenChanged = true
    this.schedule()
  }

  protected override propertyChanged(name: string, value: PropertyValue, old: PropertyValue): void {
    if (name === 'current' && value !== old) {
      const index = this.numberOf('current', 0)
      if (this.placed && this.echo.isStale(index)) return
      this.wanted = index
    }
    super.propertyChanged(name, value, old)
  }

  protected update(changed: ReadonlySet<string>): void {
    const collected = this.childrenChanged && this.slides.collect([...this.children])
    this.childrenChanged = false
    const { count } = this.slides
    const shown = Math.max(1, Math.floor(this.numberOf('display-multiple-items', 1)))
    this.slideTrack = { count, shown, ring: this.flag('circular') && count > shown }
    if (changed.size > 0 || collected) this.applyLayout()
    if (changed.has('current-item-id'))
      this.wanted = this.slides.indexOfItem(this.textOf('current-item-id')) ?? this.wanted
    this.applyCurrent(collected)
    this.renderDots()
    this.scheduleAutoplay()
  }

  private get vertical(): boolean {
    return this.flag('vertical')
  }

  private applyLayout(): void {
    const { vertical } = this
    const { shown } = this.slideTrack
    const before = lengthOrZero(this.properties['previous-margin'])
    const after = lengthOrZero(this.properties['next-margin'])
    this.viewport.style.inset = vertical ? `${before} 0 ${after} 0` : `0 ${after} 0 ${before}`
    this.track.style.width = vertical ? '100%' : `${100 / shown}%`
    this.track.style.height = vertical ? `${100 / shown}%` : '100%'
    this.window.style.touchAction = this.flag('disable-touch') ? 'auto' : vertical ? 'pan-x' : 'pan-y'
    this.slides.forgetPlaces()
  }

  /** A first or overdue `current` is jumped to; a later one is an animated change. */
  private applyCurrent(collected: boolean): void {
    const { count } = this.slideTrack
    if (count === 0) return
    const { wanted } = this
    if (wanted !== undefined && wanted < count) {
      this.wanted = undefined
      const index = Math.max(0, Math.min(Math.floor(wanted), lastIndex(this.slideTrack)))
      if (!this.placed) this.jumpTo(index)
      else if (index !== this.current)
        this.goTo(index, '', 'nearest', this.flag('scroll-with-animation', true))
    } else if (this.current >= count) {
      this.jumpTo(count - 1)
      this.reportChange('')
    } else if (collected && !this.dragging) this.jumpTo(this.current)
    this.placed = true
    this.render()
  }

  private jumpTo(index: number): void {
    this.moving?.cancel()
    this.moving = undefined
    this.current = index
    this.position = this.slideTrack.ring ? index : Math.min(index, lastPosition(this.slideTrack))
    this.render()
  }

  private goTo(
    index: number,
    source: Source,
    way: 'forward' | 'backward' | 'nearest',
    animated = true,
  ): void {
    const target = targetPosition(this.slideTrack, index, this.position, way)
    this.moveTo(target, index, source, animated)
  }

  private moveTo(target: number, index: number, source: Source, animated: boolean): void {
    this.moving?.cancel()
    const from = this.position
    const settledAt = this.current
    const changes = index !== this.current
    this.current = index
    this.renderDots()
    if (changes) this.reportChange(source)
    const duration = animated && this.isRendered() ? this.numberOf('duration', 500) : 0
    const easing = EASINGS[this.textOf('easing-function', 'default')] ?? ease
    const finish = () => {
      this.moving = undefined
      this.position = this.slideTrack.ring ? index : Math.min(index, lastPosition(this.slideTrack))
      this.render()
      this.emit('animationfinish', this.describeChange(source))
      this.scheduleAutoplay()
    }
    this.moving = animate(
      duration,
      source === 'touch' && easing === ease ? easeOutCubic : easing,
      (progress) => {
        this.position = from + (target - from) * progress
        this.render()
        this.reportTransition(settledAt, from)
      },
      finish,
    )
    if (duration <= 0) this.moving = undefined
  }

  /** Animation frames come only to what can be seen. */
  private isRendered(): boolean {
    return this.isConnected && isPageVisible() && this.viewport.offsetWidth > 0
  }

  private reportChange(source: Source): void {
    this.emit('change', this.describeChange(source))
    this.model('current', this.current)
    this.echo.reported(this.current)
  }

  private describeChange(source: Source): { current: number; currentItemId: string; source: Source } {
    return { current: this.current, currentItemId: this.slides.itemIdAt(this.current), source }
  }

  private reportTransition(settledAt: number, near: number): void {
    if (!this.port.wants(this, 'transition')) return
    const rest = slidePosition(this.slideTrack, Math.min(settledAt, lastIndex(this.slideTrack)), near)
    const offset = (this.position - rest) * this.slidePx()
    this.emit('transition', this.vertical ? { dx: 0, dy: offset } : { dx: offset, dy: 0 })
  }

  private slidePx(): number {
    return (this.vertical ? this.track.offsetHeight : this.track.offsetWidth) || 1
  }

  private render(): void {
    const axis = this.vertical ? 'Y' : 'X'
    const offset = `${-this.position * 100}%`
    const edge = this.edgeOffset()
    this.track.style.transform = `translate${axis}(${edge === '' ? offset : `calc(${offset} + ${edge})`})`
    this.slides.place(this.slideTrack, this.position, axis)
  }

  /** `snap-to-edge`: the first and last slide go without the margin beside them. */
  private edgeOffset(): string {
    const { count, ring } = this.slideTrack
    if (ring || count < 2 || !this.flag('snap-to-edge')) return ''
    const { start, end } = edgeShares(this.slideTrack, this.position)
    const before = lengthOrZero(this.properties['previous-margin'])
    const after = lengthOrZero(this.properties['next-margin'])
    return `(${before} * ${-start} + ${after} * ${end})`
  }

  private renderDots(): void {
    renderDots(this.dots, {
      shown: this.flag('indicator-dots'),
      vertical: this.vertical,
      color: this.textOf('indicator-color', 'rgba(0, 0, 0, .3)'),
      activeColor: this.textOf('indicator-active-color', '#000000'),
      count: this.slideTrack.count,
      current: this.current,
      atOnce: this.slideTrack.shown,
    })
  }

  private scheduleAutoplay(): void {
    clearTimeout(this.autoplayTimer)
    const { count, shown } = this.slideTrack
    if (!this.flag('autoplay') || count <= shown || this.dragging || !this.isConnected) return
    this.autoplayTimer = setTimeout(
      () => {
        if (isPageVisible() && !this.dragging && !this.moving) {
          const next = this.current + 1 > lastIndex(this.slideTrack) ? 0 : this.current + 1
          this.goTo(next, 'autoplay', 'forward')
        }
        this.scheduleAutoplay()
      },
      Math.max(0, this.numberOf('interval', 5000)) + (this.moving ? this.numberOf('duration', 500) : 0),
    )
  }

  private followDrags(): void {
    let start = 0
    let settledAt = 0
    let slidePx = 1
    followDrag(this, {
      axes: () => {
        if (this.flag('disable-touch') || this.slideTrack.count === 0) return 'none'
        return this.vertical ? 'y' : 'x'
      },
      begin: () => {
        this.moving?.cancel()
        this.moving = undefined
        this.dragging = true
        clearTimeout(this.autoplayTimer)
        start = this.position
        settledAt = this.current
        slidePx = this.slidePx()
        return true
      },
      move: (dx, dy) => {
        const moved = (this.vertical ? dy : dx) / slidePx
        this.position = resistEnds(this.slideTrack, start - moved)
        this.render()
        this.reportTransition(settledAt, start)
      },
      end: (vx, vy) => {
        this.dragging = false
        const velocity = -(this.vertical ? vy : vx)
        const target = settlePosition(this.slideTrack, start, this.position, velocity, slidePx)
        this.moveTo(target, indexAt(this.slideTrack, target), 'touch', true)
      },
    })
  }

  /** The live value, also when the user has swiped since the program set one. */
  override queryProperty(name: string): unknown {
    return name === 'current' ? this.current : super.queryProperty(name)
  }
}

function lengthOrZero(value: unknown): string {
  return value === undefined || value === null || value === '' ? '0px' : toCssLength(value)
}
