import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { openDataTexts } from './open-data-texts'

const sheet = createSheet(`
svg, img { display: block; width: 100%; height: 100%; min-width: inherit; object-fit: cover; }
svg { background: #e3e3e3; fill: #fff; }
[hidden] { display: none; }
`)
const markup = createMarkup(`<span hidden></span><img alt="" hidden>
<svg viewBox="0 0 100 100" hidden><circle cx="50" cy="38" r="17"/><path d="M16 92c0-20 15-31 34-31s34 11 34 31z"/></svg>`)

/** No program sees who the user is by this component: everyone looks the same. Fields without a stand-in stay empty. */
export class OpenDataElement extends ReflectingElement {
  private readonly root: ShadowRoot

  constructor() {
    super()
    this.root = attachShadow(this, sheet, markup)
    this.root.querySelector('img')!.addEventListener('error', () => this.show('svg'))
  }

  protected override update(): void {
    const type = this.textOf('type')
    const texts = openDataTexts(this.textOf('lang'))
    if (type === 'userAvatarUrl') {
      const source = this.textOf('default-avatar')
      const image = this.root.querySelector('img')!
      this.root.querySelector('svg')!.ariaLabel = image.alt = texts.avatar
      if (source !== '') image.src = this.port.resolveUrl(source)
      return this.show(source === '' ? 'svg' : 'img')
    }
    const text = this.textOf('default-text') || (type === 'userNickName' ? texts.nickname : '')
    this.root.querySelector('span')!.textContent = text
    this.show('span')
  }

  private show(tag: 'span' | 'img' | 'svg'): void {
    for (const name of ['span', 'img', 'svg']) {
      this.root.querySelector(name)!.toggleAttribute('hidden', name !== tag)
    }
  }
}
