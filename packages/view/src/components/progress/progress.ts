import { toCssLength } from '../../built-in-element'
import { animate, linear, type Animation } from '../animation/animate'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

export const progressStyles = `
wx-progress { display: flex; align-items: center; }
`

const sheet = createSheet(`
.bar { flex: 1; min-width: 0; height: 6px; overflow: hidden; background-color: var(--wx-track); }
.filled { width: 0; height: 100%; background-color: var(--wx-primary); border-radius: inherit; }
.info { min-width: 2em; margin: 0 0 0 15px; font-size: 16px; }
.info[hidden] { display: none; }
`)
const markup = createMarkup(
  '<div class="bar"><div class="filled"></div></div><p class="info" hidden></p><slot></slot>',
)

export class ProgressElement extends ReflectingElement {
  protected static override readonly role = 'progressbar'
  private readonly bar: HTMLElement
  private readonly filled: HTMLElement
  private readonly info: HTMLElement
  private shown = 0
  private animation: Animation | undefined

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.bar = root.querySelector<HTMLElement>('.bar')!
    this.filled = root.querySelector<HTMLElement>('.filled')!
    this.info = root.querySelector<HTMLElement>('.info')!
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.ariaValueMin = '0'
    this.ariaValueMax = '100'
  }

  disconnectedCallback(): void {
    this.animation?.cancel()
  }

  protected override update(changed: ReadonlySet<string>): void {
    this.bar.style.height = toCssLength(this.properties['stroke-width'] ?? 6)
    this.bar.style.borderRadius = toCssLength(this.properties['border-radius'] ?? 0)
    this.bar.style.backgroundColor = this.textOf('background-color')
    this.filled.style.backgroundColor = this.textOf('active-color') || this.textOf('color')
    this.info.hidden = !this.flag('show-info')
    this.info.style.fontSize = toCssLength(this.properties['font-size'] ?? 16)
    if (changed.has('percent') || changed.has('active')) this.run()
  }

  private run(): void {
    const target = Math.min(Math.max(this.numberOf('percent', 0), 0), 100)
    this.animation?.cancel()
    if (!this.flag('active')) return this.show(target)
    const from = this.textOf('active-mode', 'backwards') === 'forwards' ? this.shown : 0
    const durationMs = Math.abs(target - from) * this.numberOf('duration', 30)
    this.animation = animate(
      durationMs,
      linear,
      (progress) => this.show(from + (target - from) * progress),
      () => this.emit('activeend', { curPercent: target }),
    )
  }

  private show(percent: number): void {
    this.shown = percent
    this.filled.style.width = `${percent}%`
    this.info.textContent = `${Math.round(percent)}%`
    this.ariaValueNow = String(Math.round(percent))
  }
}
