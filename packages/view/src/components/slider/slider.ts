import type { PropertyValue } from '../../built-in-element'
import { followDrag } from '../dragging/follow-drag'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { listenTap, setFocusable } from '../tapping/listen-tap'
import { EditSequence } from '../text-field/edit-sequence'
import { clampToStep, longestText, type SliderScale } from './slider-scale'

export const sliderStyles = `
wx-slider { display: block; margin: 10px 18px; padding: 0; }
`

const sheet = createSheet(`
:host { touch-action: pan-y; outline: 0; }
.wrapper { display: flex; align-items: center; min-height: 16px; }
.area { flex: 1; min-width: 0; padding: 8px 0; cursor: pointer; }
.track { position: relative; height: 2px; border-radius: 5px; background-color: var(--wx-track); }
.filled { position: absolute; left: 0; top: 0; height: 100%; border-radius: inherit; background-color: var(--wx-primary); }
.block {
  position: absolute; left: 50%; top: 50%; width: 28px; height: 28px; border-radius: 50%; background-color: #fff;
  box-shadow: 0 0 4px rgba(0, 0, 0, 0.2); transform: translate(-50%, -50%);
}
.value { margin-left: 1em; color: #888; font-size: 14px; text-align: center; }
.value[hidden] { display: none; }
:host([disabled]) .area { cursor: default; }
:host([disabled]) .wrapper { opacity: 0.7; }
:host(:focus-visible) .block { outline: 2px solid var(--wx-focus-ring); outline-offset: 2px; }
`)
const markup = createMarkup(`<div class="wrapper">
  <div class="area"><div class="track"><div class="filled"></div><div class="block"></div></div></div>
  <span class="value" hidden></span>
</div>`)

const blockSizeLimits = [12, 28] as const

export class SliderElement extends ReflectingElement {
  protected static override readonly reflected = ['disabled']
  protected static override readonly role = 'slider'
  private readonly inner: Record<'track' | 'filled' | 'block' | 'value', HTMLElement>
  private readonly edits = new EditSequence()
  private current = 0
  private dragged = false

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    const find = (name: string): HTMLElement => root.querySelector<HTMLElement>(`.${name}`)!
    this.inner = { track: find('track'), filled: find('filled'), block: find('block'), value: find('value') }
    followDrag(this, {
      axes: () => (this.flag('disabled') ? 'none' : 'x'),
      press: () => (this.dragged = false),
      begin: () => (this.dragged = true),
      move: (_dx, _dy, event) => this.changeTo(this.valueAt(event.clientX), 'changing'),
      end: () => this.report('change'),
    })
    listenTap(this, (event) => {
      if (this.dragged || this.flag('disabled') || event.detail === 0) return
      this.changeTo(this.valueAt(event.clientX), 'change')
    })
    this.addEventListener('keydown', (event) => this.keyPressed(event))
  }

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(name, value)
    if (name === 'value' && this.edits.accepts(this.port)) {
      this.current = this.numberOf('value', 0)
      this.schedule()
    }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    setFocusable(this, !this.flag('disabled'))
    this.show()
  }

  override formValue(): number {
    return this.value
  }

  override formReset(): void {
    this.current = this.scale().min
    this.show()
    this.model('value', this.current)
  }

  private get value(): number {
    return clampToStep(this.current, this.scale())
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (changed.has('disabled')) setFocusable(this, !this.flag('disabled'))
    const { track, filled, block, value } = this.inner
    track.style.backgroundColor = this.textOf('background-color') || this.textOf('color')
    filled.style.backgroundColor = this.textOf('active-color') || this.textOf('selected-color')
    const size = Math.min(Math.max(this.numberOf('block-size', 28), blockSizeLimits[0]), blockSizeLimits[1])
    block.style.width = block.style.height = `${size}px`
    block.style.backgroundColor = this.textOf('block-color')
    value.hidden = !this.flag('show-value')
    value.style.minWidth = `${longestText(this.scale())}ch`
    this.show()
  }

  private scale(): SliderScale {
    return { min: this.numberOf('min', 0), max: this.numberOf('max', 100), step: this.numberOf('step', 1) }
  }

  private show(): void {
    const { min, max } = this.scale()
    const { value } = this
    const percent = max > min ? ((value - min) / (max - min)) * 100 : 0
    this.inner.filled.style.width = this.inner.block.style.left = `${percent}%`
    this.inner.value.textContent = String(value)
    this.ariaValueMin = String(min)
    this.ariaValueMax = String(max)
    this.ariaValueNow = String(value)
  }

  private valueAt(clientX: number): number {
    const { left, width } = this.inner.track.getBoundingClientRect()
    const { min, max } = this.scale()
    const ratio = width > 0 ? Math.min(Math.max((clientX - left) / width, 0), 1) : 0
    return clampToStep(min + ratio * (max - min), this.scale())
  }

  private changeTo(value: number, event: 'change' | 'changing'): void {
    if (value === this.value) return
    this.current = value
    this.show()
    this.report(event)
  }

  private report(event: 'change' | 'changing'): void {
    const { value } = this
    this.edits.record(this.port, () => {
      this.model('value', value)
      this.emit(event, { value })
    })
  }

  private keyPressed(event: KeyboardEvent): void {
    if (this.flag('disabled')) return
    const { min, max, step } = this.scale()
    const large = Math.max(step, (max - min) / 10)
    const target: Record<string, number> = {
      ArrowLeft: this.value - step,
      ArrowDown: this.value - step,
      ArrowRight: this.value + step,
      ArrowUp: this.value + step,
      PageDown: this.value - large,
      PageUp: this.value + large,
      Home: min,
      End: max,
    }
    const value = target[event.key]
    if (value === undefined) return
    event.preventDefault()
    this.changeTo(clampToStep(value, this.scale()), 'change')
  }
}
