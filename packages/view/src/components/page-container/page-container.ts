import type { PageContainerParameters } from '@sampan/protocol'
import { replaceRpx, type WidgetCall } from '../../built-in-element'
import { followDrag } from '../dragging/follow-drag'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

export const pageContainerStyles = `
wx-page-container { display: block; }
`

const sheet = createSheet(`
.overlay, .panel { position: fixed; z-index: var(--layer, 100); transition: none var(--duration, 300ms) ease; }
.overlay { inset: 0; background-color: rgba(0, 0, 0, 0.6); opacity: 0; transition-property: opacity; }
.panel { max-width: 100%; max-height: 100%; overflow-y: auto; background-color: var(--wx-panel); transition-property: transform, opacity; }
.panel[data-position='bottom'] { left: 0; right: 0; bottom: 0; transform: translateY(100%); }
.panel[data-position='top'] { left: 0; right: 0; top: 0; transform: translateY(-100%); }
.panel[data-position='right'] { top: 0; bottom: 0; right: 0; transform: translateX(100%); }
.panel[data-position='center'] { left: 50%; top: 50%; opacity: 0; transform: translate(-50%, -50%); }
.panel.round[data-position='bottom'] { border-radius: 16px 16px 0 0; }
.panel.round[data-position='top'] { border-radius: 0 0 16px 16px; }
.panel.round[data-position='center'] { border-radius: 16px; }
.open.overlay { opacity: 1; }
.open.panel { opacity: 1; transform: none; }
.open.panel[data-position='center'] { transform: translate(-50%, -50%); }
[hidden] { display: none; }
`)
const markup = createMarkup(
  '<div class="overlay" hidden></div><div class="panel" role="dialog" hidden><slot></slot></div>',
)

const positions: readonly string[] = ['bottom', 'top', 'right', 'center']
const closingSlidePx = 80

/** A page within the page: going back closes it first. */
export class PageContainerElement extends ReflectingElement {
  private readonly overlay: HTMLElement
  private readonly panel: HTMLElement
  private shown = false
  private timer = 0
  private guard: WidgetCall | undefined

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.overlay = root.querySelector<HTMLElement>('.overlay')!
    this.panel = root.querySelector<HTMLElement>('.panel')!
    this.overlay.addEventListener('click', () => {
      this.emit('clickoverlay', {})
      this.leave()
    })
    let slid = 0
    followDrag(this.panel, {
      axes: () => (this.flag('close-on-slide-down') ? 'y' : 'none'),
      begin: (_axis, sign) => sign > 0 && this.panel.scrollTop <= 0,
      move: (_dx, dy) => (slid = dy),
      end: () => slid > closingSlidePx && this.leave(),
    })
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer)
    this.guard?.close()
    this.guard = undefined
    this.shown = false
    this.hideNow()
  }

  protected override update(changed: ReadonlySet<string>): void {
    const position = this.textOf('position', 'bottom')
    this.panel.dataset.position = positions.includes(position) ? position : 'bottom'
    this.panel.classList.toggle('round', this.flag('round'))
    this.panel.style.touchAction = ''
    this.panel.setAttribute('style', replaceRpx(this.textOf('custom-style')))
    this.overlay.setAttribute('style', replaceRpx(this.textOf('overlay-style')))
    for (const part of [this.panel, this.overlay]) {
      part.style.setProperty('--layer', String(this.numberOf('z-index', 100)))
      part.style.setProperty('--duration', `${this.durationMs()}ms`)
    }
    if (this.flag('close-on-slide-down')) this.panel.style.touchAction = 'pan-x'
    if (!changed.has('show')) return
    if (this.flag('show')) this.enter()
    else this.leave()
  }

  private durationMs(): number {
    return Math.max(0, this.numberOf('duration', 300))
  }

  private enter(): void {
    if (this.shown) return
    this.shown = true
    this.guardBack()
    this.emit('beforeenter', {})
    this.overlay.hidden = !this.flag('overlay', true)
    this.panel.hidden = false
    // The start of the transition has to be laid out once.
    void this.panel.offsetHeight
    this.emit('enter', {})
    this.overlay.classList.add('open')
    this.panel.classList.add('open')
    this.afterTransition(() => this.emit('afterenter', {}))
  }

  private leave(): void {
    if (!this.shown) return
    this.shown = false
    this.guard?.close()
    this.guard = undefined
    this.emit('beforeleave', {})
    this.emit('leave', {})
    this.overlay.classList.remove('open')
    this.panel.classList.remove('open')
    this.afterTransition(() => {
      this.hideNow()
      this.model('show', false)
      this.emit('afterleave', {})
    })
  }

  private afterTransition(done: () => void): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(done, this.durationMs())
  }

  private hideNow(): void {
    for (const part of [this.overlay, this.panel]) {
      part.hidden = true
      part.classList.remove('open')
    }
  }

  private guardBack(): void {
    const parameters: PageContainerParameters = { closeOnSlideDown: this.flag('close-on-slide-down') }
    const guard = this.port.widget('page-container', parameters, (name) => {
      if (name === 'back') this.leave()
    })
    guard.result.catch((error: unknown) => reportError(error))
    this.guard = guard
  }
}
