import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { defineElement } from '../../interface/define-element'
import { closeIcon } from '../sheets/sheet-icons'
import type { Text } from '../../interface/texts'
import { controls } from '../../interface/tokens.css'

export interface ViewedMedia {
  kind: 'image' | 'video'
  url: string
  posterUrl?: string
}

/** Full-screen pictures and videos, side by side. A tap on a picture leaves; a double tap or a pinch enlarges it. */
export class MediaViewer extends LitElement {
  static override properties = { items: {}, index: { type: Number } }
  declare items: readonly ViewedMedia[]
  declare index: number
  declare text: Text
  declare close: () => void
  private tapTimer: ReturnType<typeof setTimeout> | undefined

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        background: #000;
        color: #fff;
      }
      .strip {
        display: flex;
        height: 100%;
        overflow-x: auto;
        scroll-snap-type: x mandatory;
        scrollbar-width: none;
        overscroll-behavior: contain;
      }
      .slide {
        flex: none;
        display: grid;
        width: 100%;
        height: 100%;
        overflow: auto;
        scroll-snap-align: center;
        scroll-snap-stop: always;
        scrollbar-width: none;
      }
      img,
      video {
        width: 100%;
        height: 100%;
        min-height: 0;
        object-fit: contain;
        touch-action: pinch-zoom pan-x pan-y;
      }
      img.enlarged {
        width: 250%;
        height: 250%;
      }
      .place {
        position: absolute;
        top: calc(var(--status-bar-height, 0px) + 10px);
        left: 0;
        right: 0;
        text-align: center;
        font-size: 15px;
        pointer-events: none;
      }
      .close {
        position: absolute;
        top: calc(var(--status-bar-height, 0px) + 2px);
        left: 4px;
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
      }
    `,
  ]

  constructor() {
    super()
    this.addEventListener('cancel', () => this.close())
    this.addEventListener('keydown', (event) => this.onKey(event))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.tapTimer)
  }

  protected override firstUpdated(): void {
    this.showSlide(this.index, 'instant')
  }

  override render(): TemplateResult {
    return html`
      <div
        class="strip"
        role="dialog"
        aria-modal="true"
        aria-label=${this.text('media.viewer')}
        @scroll=${this.onScroll}
      >
        ${this.items.map(
          (item, index) =>
            html`<div class="slide">
              ${
                item.kind === 'video'
                  ? html`<video
                      src=${item.url}
                      poster=${item.posterUrl ?? nothing}
                      controls
                      playsinline
                    ></video>`
                  : html`<img
                      src=${item.url}
                      referrerpolicy="no-referrer"
                      alt=${`${index + 1} / ${this.items.length}`}
                      draggable="false"
                      @click=${this.onTap}
                    />`
              }
            </div>`,
        )}
      </div>
      <button class="close" aria-label=${this.text('close')} @click=${() => this.close()}>
        ${closeIcon}
      </button>
      ${
        this.items.length > 1
          ? html`<div class="place" aria-live="polite">${this.index + 1} / ${this.items.length}</div>`
          : nothing
      }
    `
  }

  private showSlide(index: number, behavior: ScrollBehavior): void {
    const strip = this.renderRoot.querySelector('.strip')
    strip?.scrollTo({ left: index * strip.clientWidth, behavior })
  }

  private readonly onScroll = (event: Event): void => {
    const strip = event.currentTarget as HTMLElement
    if (strip.clientWidth > 0) this.index = Math.round(strip.scrollLeft / strip.clientWidth)
    for (const video of this.renderRoot.querySelectorAll('video')) if (!video.paused) video.pause()
  }

  /** A second tap within the time of a double tap enlarges; otherwise the first one leaves. */
  private readonly onTap = (event: MouseEvent): void => {
    const image = event.currentTarget as HTMLElement
    if (this.tapTimer !== undefined) {
      clearTimeout(this.tapTimer)
      this.tapTimer = undefined
      image.classList.toggle('enlarged')
      return
    }
    this.tapTimer = setTimeout(() => {
      this.tapTimer = undefined
      this.close()
    }, DOUBLE_TAP_MS)
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) this.showSlide(this.index + step, 'smooth')
  }
}
defineElement('sampan-media-viewer', MediaViewer)

const DOUBLE_TAP_MS = 250
