import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

const sheet = createSheet(`
:host { display: contents; }
:host(:not([matches])) slot { display: none; }
`)
const markup = createMarkup('<slot></slot>')

const lengths = ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height']

/** Shows its children while the page's window is as its properties say. */
export class MatchMediaElement extends ReflectingElement {
  private media: MediaQueryList | undefined
  private readonly show = (): void => {
    this.toggleAttribute('matches', this.media?.matches ?? false)
  }

  constructor() {
    super()
    attachShadow(this, sheet, markup)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.schedule()
  }

  disconnectedCallback(): void {
    this.media?.removeEventListener('change', this.show)
    this.media = undefined
  }

  protected override update(): void {
    this.media?.removeEventListener('change', this.show)
    this.media = window.matchMedia(this.query())
    this.media.addEventListener('change', this.show)
    this.show()
  }

  private query(): string {
    const conditions = lengths
      .filter((name) => Number.isFinite(this.numberOf(name, NaN)))
      .map((name) => `(${name}: ${this.numberOf(name, 0)}px)`)
    const orientation = this.textOf('orientation')
    if (orientation === 'portrait' || orientation === 'landscape')
      conditions.push(`(orientation: ${orientation})`)
    return conditions.join(' and ') || 'all'
  }
}
