import type { PageMetaDetail } from '@sampan/protocol'
import { toPx } from '../../built-in-element'
import { animate, easeInOutCubic, type Animation } from '../animation/animate'
import { ReflectingElement } from '../reflecting-element'

export const pageMetaStyles = `
wx-page-meta { display: contents; }
wx-navigation-bar { display: none; }
`

const described: Record<string, keyof PageMetaDetail> = {
  'background-text-style': 'backgroundTextStyle',
  'background-color': 'backgroundColor',
  'background-color-top': 'backgroundColorTop',
  'background-color-bottom': 'backgroundColorBottom',
  'root-background-color': 'rootBackgroundColor',
  'page-style': 'pageStyle',
  'root-font-size': 'rootFontSize',
  'page-font-size': 'pageFontSize',
  'page-orientation': 'pageOrientation',
}

/** Says what the page wants to look like (event `pagemeta`), scrolls it, and reports its scrolling and resizing. */
export class PageMetaElement extends ReflectingElement {
  private listening: AbortController | undefined
  private scrolling: Animation | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.listening = new AbortController()
    const { signal } = this.listening
    window.addEventListener(
      'scroll',
      () => {
        if (this.port.wants(this, 'scroll')) this.emit('scroll', { scrollTop: window.scrollY })
      },
      { signal, passive: true },
    )
    window.addEventListener(
      'resize',
      () => this.emit('resize', { size: { windowWidth: innerWidth, windowHeight: innerHeight } }),
      { signal },
    )
  }

  disconnectedCallback(): void {
    this.listening?.abort()
    this.scrolling?.cancel()
  }

  protected override update(changed: ReadonlySet<string>): void {
    if ([...changed].some((name) => name in described)) this.emit('pagemeta', this.describe())
    if (changed.has('scroll-top')) this.scrollPage()
  }

  private describe(): PageMetaDetail {
    const detail: PageMetaDetail = {}
    for (const [name, key] of Object.entries(described)) {
      if (this.properties[name] === undefined) continue
      Object.assign(detail, { [key]: this.textOf(name) })
    }
    return detail
  }

  private scrollPage(): void {
    const value = this.textOf('scroll-top')
    if (value === '') return
    const from = window.scrollY
    const to = toPx(value, innerWidth)
    this.scrolling?.cancel()
    this.scrolling = animate(
      Math.max(0, this.numberOf('scroll-duration', 300)),
      easeInOutCubic,
      (progress) => window.scrollTo(window.scrollX, from + (to - from) * progress),
      () => this.emit('scrolldone', {}),
    )
  }
}
