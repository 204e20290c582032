import { BuiltInElement, type PropertyValue } from '../../built-in-element'
import { toKebabCase } from '../scheduling/kebab-case'
import { addPageStyles } from '../styling/sheets'

/**
 * Lists hold thousands of images: no shadow root, one inner `<img>` without listeners of its own, all layout in CSS.
 * `min-*: 100%` on a size of 0 fills a host with a size and adds nothing to one without, as a background would.
 */
const styles = `
:where(wx-image) { display: inline-block; overflow: hidden; width: 320px; height: 240px; }
wx-image > img {
  display: block; width: 0; height: 0; min-width: 100%; min-height: 100%; max-width: none; border: 0; margin: 0; padding: 0;
  object-fit: fill; pointer-events: none; -webkit-user-drag: none;
}
wx-image > img[hidden] { display: block; visibility: hidden; }
wx-image > img[fit='aspectFit'] { object-fit: contain; }
wx-image > img[fit='aspectFill'] { object-fit: cover; }
wx-image > img[fit='top'] { object-fit: none; object-position: center top; }
wx-image > img[fit='bottom'] { object-fit: none; object-position: center bottom; }
wx-image > img[fit='center'] { object-fit: none; object-position: center; }
wx-image > img[fit='left'] { object-fit: none; object-position: left center; }
wx-image > img[fit='right'] { object-fit: none; object-position: right center; }
wx-image > img[fit='top left'] { object-fit: none; object-position: left top; }
wx-image > img[fit='top right'] { object-fit: none; object-position: right top; }
wx-image > img[fit='bottom left'] { object-fit: none; object-position: left bottom; }
wx-image > img[fit='bottom right'] { object-fit: none; object-position: right bottom; }
:where(wx-image[sp-fixed='width']) { height: fit-content !important; }
wx-image[sp-fixed='width'] > img { width: 100%; height: auto; min-height: 0; }
:where(wx-image[sp-fixed='height']) { width: fit-content !important; }
wx-image[sp-fixed='height'] > img { height: 100%; width: auto; min-width: 0; }
wx-image[sp-menu] > img { pointer-events: auto; -webkit-touch-callout: default; }
wx-image[sp-fade] > img { transition: opacity 0.3s; }
wx-image[sp-fade='out'] > img { opacity: 0; }
`

export class ImageElement extends BuiltInElement {
  private picture: HTMLImageElement | undefined

  static define(): void {
    customElements.define('wx-image', ImageElement)
    addPageStyles(styles)
    listenToPictures()
  }

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(toKebabCase(name), value)
  }

  protected override propertyChanged(name: string, value: PropertyValue, old: PropertyValue): void {
    if (value === old) return
    switch (name) {
      case 'src':
        return this.showSource()
      case 'mode':
        this.picture?.setAttribute('fit', this.textOf('mode', 'scaleToFill'))
        return this.fixSize()
      case 'lazy-load':
        if (this.picture) this.picture.loading = this.flag('lazy-load') ? 'lazy' : 'eager'
        return
      case 'show-menu-by-longpress':
        this.toggleAttribute('sp-menu', this.flag('show-menu-by-longpress'))
        return
      case 'fade-in':
        this.toggleAttribute('sp-fade', this.flag('fade-in'))
        return
      case 'alt':
      case 'aria-label':
        if (this.picture) this.picture.alt = this.textOf(name)
    }
  }

  /** Natural size, for menus and previews; undefined until it has loaded. */
  get naturalSize(): { width: number; height: number } | undefined {
    const picture = this.picture
    if (!picture?.complete || picture.naturalWidth === 0) return undefined
    return { width: picture.naturalWidth, height: picture.naturalHeight }
  }

  /** Made when there is something to show, with what the properties say by then. */
  private img(): HTMLImageElement {
    if (this.picture) return this.picture
    const picture = emptyPicture.cloneNode() as HTMLImageElement
    this.picture = picture
    const { mode } = this.properties
    if (mode !== undefined) picture.setAttribute('fit', this.textOf('mode'))
    if (this.flag('lazy-load')) picture.loading = 'lazy'
    picture.alt = this.textOf('alt', this.textOf('aria-label'))
    this.append(picture)
    return picture
  }

  private showSource(): void {
    if (this.textOf('src').trim() === '') {
      waiting.delete(this)
      this.picture?.removeAttribute('src')
      if (this.picture) this.picture.hidden = true
      this.removeAttribute('sp-fixed')
      return
    }
    if (this.hasAttribute('sp-fade')) this.setAttribute('sp-fade', 'out')
    loadInTurn(this)
  }

  /** @internal */
  load(): void {
    waiting.delete(this)
    this.img().src = this.port.resolveUrl(this.textOf('src').trim())
  }

  /** widthFix and heightFix have the element's own size until the picture is there. */
  private fixSize(): void {
    const mode = this.properties.mode
    const fixed = mode === 'widthFix' ? 'width' : mode === 'heightFix' ? 'height' : undefined
    if (fixed && this.naturalSize) this.setAttribute('sp-fixed', fixed)
    else if (this.hasAttribute('sp-fixed')) this.removeAttribute('sp-fixed')
  }

  /** @internal */
  pictureLoaded(): void {
    const picture = this.img()
    if (picture.hidden) picture.hidden = false
    if (this.hasAttribute('sp-fade')) this.setAttribute('sp-fade', '')
    this.fixSize()
    if (!this.port.wants(this, 'load')) return
    this.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
  }

  /** @internal */
  pictureFailed(): void {
    this.img().hidden = true
    this.emit('error', { errMsg: `Failed to load image ${this.textOf('src')}` })
  }
}

const emptyPicture = document.createElement('img')

/**
 * A picture costs the browser more than the rest of a row. The first pictures of a batch, those one sees, load at
 * once, the others when the page has shown the batch.
 */
const LOADED_AT_ONCE = 60
const SLICE_MS = 5
const waiting = new Set<ImageElement>()
let loadedAtOnce = 0
let timer: ReturnType<typeof setTimeout> | undefined

function loadInTurn(image: ImageElement): void {
  if (loadedAtOnce < LOADED_AT_ONCE) {
    loadedAtOnce++
    image.load()
  } else {
    waiting.add(image)
  }
  timer ??= setTimeout(loadWaiting)
}

function loadWaiting(): void {
  timer = undefined
  loadedAtOnce = 0
  const endMs = performance.now() + SLICE_MS
  for (const image of waiting) {
    if (performance.now() > endMs) break
    image.load()
  }
  if (waiting.size > 0) timer = setTimeout(loadWaiting)
}

/** One pair of listeners for all pictures of the page. */
function listenToPictures(): void {
  const imageOf = ({ target }: Event): ImageElement | undefined =>
    target instanceof HTMLImageElement && target.parentNode instanceof ImageElement
      ? target.parentNode
      : undefined
  document.addEventListener('load', (event) => imageOf(event)?.pictureLoaded(), true)
  document.addEventListener('error', (event) => imageOf(event)?.pictureFailed(), true)
}
