import { animate, easeOutCubic, type Animation } from '../animation/animate'

export interface RefresherSettings {
  enabled: boolean
  thresholdPx: number
  style: 'black' | 'white' | 'none'
  background: string
}

export interface RefresherParts {
  frame: HTMLElement
  scroller: HTMLElement
  refresher: HTMLElement
}

export type RefresherEvent = 'refresherpulling' | 'refresherrefresh' | 'refresherrestore' | 'refresherabort'

const CLOSE_MS = 250
/** A pull past the threshold moves less and less. */
const RESISTANCE = 0.5

/** Pull to refresh of a scroll-view. Follows touches and the mouse while the content is at its top. */
export class Refresher {
  private heightPx = 0
  private state: 'idle' | 'pulling' | 'refreshing' | 'closing' = 'idle'
  private moving: Animation | undefined
  private settings: RefresherSettings = {
    enabled: false,
    thresholdPx: 45,
    style: 'black',
    background: '#FFF',
  }

  constructor(
    private readonly parts: RefresherParts,
    private readonly emit: (name: RefresherEvent, detail: unknown) => void,
  ) {}

  configure(settings: RefresherSettings): void {
    this.settings = settings
    const { refresher } = this.parts
    refresher.style.background = settings.background
    refresher.dataset.look = settings.style
    if (!settings.enabled && this.state !== 'idle') this.reset()
  }

  get enabled(): boolean {
    return this.settings.enabled
  }

  /** True if a pull that starts now is for the refresher. */
  canPull(): boolean {
    return this.settings.enabled && this.state !== 'closing' && this.parts.scroller.scrollTop <= 0
  }

  pull(distancePx: number): void {
    if (this.state === 'refreshing') return
    this.moving?.cancel()
    this.state = 'pulling'
    this.setHeight(this.resist(Math.max(0, distancePx)))
    this.emit('refresherpulling', { deltaY: this.heightPx, dy: this.heightPx })
  }

  release(): void {
    if (this.state !== 'pulling') return
    if (this.heightPx >= this.settings.thresholdPx) this.open()
    else this.close('refresherabort')
  }

  /** Opens to the threshold and asks for a refresh, after a pull or because the program says so. */
  open(durationMs = CLOSE_MS): void {
    if (!this.settings.enabled || this.state === 'refreshing') return
    this.state = 'refreshing'
    this.moveTo(this.settings.thresholdPx, durationMs)
    this.emit('refresherrefresh', { dy: this.settings.thresholdPx })
  }

  finish(): void {
    if (this.state === 'refreshing') this.close('refresherrestore')
  }

  private close(event: 'refresherrestore' | 'refresherabort'): void {
    this.state = 'closing'
    this.moveTo(0, CLOSE_MS, () => {
      this.state = 'idle'
      this.emit(event, { dy: 0 })
    })
  }

  private reset(): void {
    this.moving?.cancel()
    this.state = 'idle'
    this.setHeight(0)
  }

  private resist(distancePx: number): number {
    const { thresholdPx } = this.settings
    const free = thresholdPx / RESISTANCE
    return distancePx < free
      ? distancePx * RESISTANCE
      : thresholdPx + (distancePx - free) * RESISTANCE * RESISTANCE
  }

  private moveTo(heightPx: number, durationMs: number, done?: () => void): void {
    this.moving?.cancel()
    const from = this.heightPx
    this.moving = animate(
      durationMs,
      easeOutCubic,
      (progress) => this.setHeight(from + (heightPx - from) * progress),
      done,
    )
  }

  private setHeight(heightPx: number): void {
    this.heightPx = heightPx
    const { frame, scroller, refresher } = this.parts
    const open = heightPx > 0
    frame.classList.toggle('pulled', open)
    refresher.style.height = `${heightPx}px`
    refresher.classList.toggle('busy', this.state === 'refreshing')
    scroller.style.transform = open ? `translateY(${heightPx}px)` : ''
  }
}
