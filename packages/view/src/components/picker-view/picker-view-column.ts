import { replaceRpx } from '../../built-in-element'
import { animate, easeOutCubic, type Animation } from '../animation/animate'
import { followDrag } from '../dragging/follow-drag'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { listenTap } from '../tapping/listen-tap'
import { bendAtEnds, landingIndex, nearestIndex, settleTimeMs } from './wheel'

const sheet = createSheet(`
:host { touch-action: none; cursor: grab; user-select: none; -webkit-user-select: none; outline: 0; }
.items { position: absolute; left: 0; top: calc(50% - var(--item-height) / 2); width: 100%; will-change: transform; }
.items ::slotted(*) { height: var(--item-height) !important; overflow: hidden; }
slot[name='mask']::slotted(*) {
  position: absolute; left: 0; top: 0; z-index: 3; width: 100%; height: 100%; pointer-events: none;
  background-size: 100% calc(50% - var(--item-height) / 2);
}
slot[name='indicator']::slotted(*) {
  position: absolute; left: 0; top: 50%; z-index: 3; width: 100%; transform: translateY(-50%); pointer-events: none;
}
:host(:focus-visible) .items { outline: 2px solid var(--wx-focus-ring); outline-offset: -4px; }
`)
const markup = createMarkup(
  '<div class="items"><slot></slot></div><slot name="mask"></slot><slot name="indicator"></slot>',
)

const wheelRestMs = 120

/** What a column tells the `picker-view` around it. */
export interface ColumnHost {
  columnChanged(): void
  columnStarts(): void
  columnEnds(column: PickerViewColumnElement, index: number): void
  columnReleased(column: PickerViewColumnElement, index: number): void
}

export class PickerViewColumnElement extends ReflectingElement {
  protected static override readonly role = 'spinbutton'
  private readonly items: HTMLElement
  private readonly slotted: HTMLSlotElement
  /** Children of the host, so that the page's classes reach them. */
  private readonly mask = decoration('mask')
  private readonly indicator = decoration('indicator')
  private itemHeight = 34
  /** px that the wheel has turned: an item height for each index */
  private turned = 0
  private turnedAtPress = 0
  private animation: Animation | undefined
  private moving = false
  private dragged = false
  private wheelTimer = 0

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.items = root.querySelector<HTMLElement>('.items')!
    this.slotted = root.querySelector<HTMLSlotElement>('slot:not([name])')!
    this.slotted.addEventListener('slotchange', () => this.view?.columnChanged())
    followDrag(this, {
      axes: () => 'y',
      press: () => this.pressed(),
      begin: () => {
        this.dragged = true
        return this.startMoving()
      },
      move: (_dx, dy) => this.turn(bendAtEnds(this.turnedAtPress - dy, this.lastTurn())),
      end: (_vx, vy) => this.release(-vy),
      cancel: () => this.release(0),
    })
    listenTap(this, (event) => this.tapped(event))
    this.addEventListener('wheel', (event) => this.wheeled(event), { passive: false })
    this.addEventListener('keydown', (event) => this.keyPressed(event))
    // Within a popup that was closed there was nothing to measure.
    new ResizeObserver(() => this.view?.columnChanged()).observe(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.mask.isConnected) this.append(this.mask, this.indicator)
    this.tabIndex = 0
    this.view?.columnChanged()
  }

  disconnectedCallback(): void {
    this.animation?.cancel()
    clearTimeout(this.wheelTimer)
    if (this.moving) this.view?.columnChanged()
    this.moving = false
  }

  /** @internal */
  decorate(properties: Readonly<Record<string, unknown>>): void {
    dress(
      this.indicator,
      'wx-picker-view-indicator',
      properties['indicator-class'],
      properties['indicator-style'],
    )
    dress(this.mask, 'wx-picker-view-mask', properties['mask-class'], properties['mask-style'])
    this.itemHeight = this.indicator.offsetHeight || 34
    this.items.style.setProperty('--item-height', `${this.itemHeight}px`)
    this.mask.style.setProperty('--item-height', `${this.itemHeight}px`)
  }

  /** @internal */
  showIndex(index: number): void {
    if (!this.moving) this.rest(this.boundedIndex(index))
  }

  /** @internal */
  boundedIndex(index: number): number {
    return Math.max(0, Math.min(index, this.itemCount() - 1))
  }

  private get view(): ColumnHost | null {
    return this.closest<HTMLElement & ColumnHost>('wx-picker-view')
  }

  private itemCount(): number {
    return this.slotted.assignedElements().length
  }

  private lastTurn(): number {
    return Math.max(0, this.itemCount() - 1) * this.itemHeight
  }

  private turn(px: number): void {
    this.turned = px
    this.items.style.transform = `translateY(${-px}px)`
  }

  private rest(index: number): void {
    this.turn(index * this.itemHeight)
    this.ariaValueNow = String(index)
    this.ariaValueText = this.slotted.assignedElements()[index]?.textContent?.trim() ?? ''
  }

  private pressed(): void {
    this.animation?.cancel()
    this.dragged = false
    this.turnedAtPress = this.turned
  }

  private startMoving(): boolean {
    if (!this.moving) {
      this.moving = true
      this.view?.columnStarts()
    }
    return true
  }

  private release(velocity: number): void {
    if (!this.moving) return
    this.runTo(landingIndex(this.turned, velocity, this.itemHeight, this.itemCount()))
  }

  private runTo(index: number): void {
    this.startMoving()
    this.animation?.cancel()
    this.view?.columnReleased(this, index)
    const from = this.turned
    const distance = index * this.itemHeight - from
    this.animation = animate(
      settleTimeMs(distance),
      easeOutCubic,
      (progress) => this.turn(from + distance * progress),
      () => {
        this.moving = false
        this.rest(index)
        this.view?.columnEnds(this, index)
      },
    )
  }

  private tapped(event: MouseEvent): void {
    if (this.moving || this.dragged || event.detail === 0) return
    const box = this.getBoundingClientRect()
    const steps = Math.round((event.clientY - box.top - box.height / 2) / this.itemHeight)
    if (steps !== 0) this.runTo(this.boundedIndex(nearestIndex(this.turned, this.itemHeight) + steps))
  }

  private wheeled(event: WheelEvent): void {
    event.preventDefault()
    this.animation?.cancel()
    this.startMoving()
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * this.itemHeight : event.deltaY
    this.turn(Math.min(Math.max(this.turned + px, 0), this.lastTurn()))
    clearTimeout(this.wheelTimer)
    this.wheelTimer = window.setTimeout(() => this.release(0), wheelRestMs)
  }

  private keyPressed(event: KeyboardEvent): void {
    const current = nearestIndex(this.turned, this.itemHeight)
    const targets: Record<string, number> = {
      ArrowUp: current - 1,
      ArrowDown: current + 1,
      PageUp: current - 5,
      PageDown: current + 5,
      Home: 0,
      End: this.itemCount() - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    const index = this.boundedIndex(target)
    if (index !== current) this.runTo(index)
  }
}

function decoration(slot: string): HTMLElement {
  const node = document.createElement('div')
  node.slot = slot
  return node
}

function dress(node: HTMLElement, ownClass: string, classes: unknown, style: unknown): void {
  node.className = `${ownClass} ${String(classes ?? '')}`.trim()
  node.setAttribute('style', replaceRpx(String(style ?? '')))
}
