import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'

export const coverImageStyles = `
wx-cover-image { display: inline-block; width: 100%; overflow: hidden; }
`

const sheet = createSheet(`
  img { display: block; width: 100%; height: 100%; pointer-events: none; }
  img[hidden] { display: none; }
`)
const markup = createMarkup('<img alt="" hidden>')

export class CoverImageElement extends ReflectingElement {
  protected static override readonly role = 'img'
  private readonly image: HTMLImageElement

  constructor() {
    super()
    this.image = attachShadow(this, sheet, markup).querySelector('img')!
    this.image.addEventListener('load', () => {
      this.emit('load', { width: this.image.naturalWidth, height: this.image.naturalHeight })
    })
    this.image.addEventListener('error', () => {
      this.image.hidden = true
      this.emit('error', { errMsg: `GET ${this.textOf('src')} failed` })
    })
  }

  protected override update(changed: ReadonlySet<string>): void {
    if (!changed.has('src')) return
    const source = this.textOf('src')
    this.image.hidden = source === ''
    if (source === '') this.image.removeAttribute('src')
    else this.image.src = this.port.resolveUrl(source)
  }
}
