import { LitElement, css, html, type TemplateResult } from 'lit'
import { defineElement } from '../../interface/define-element'
import type { Text } from '../../interface/texts'
import { controls } from '../../interface/tokens.css'

/** Where the picture lies in the frame that is cut out of it: in parts of the frame's width and height. */
interface Placement {
  x: number
  y: number
  zoom: number
  quarterTurns: number
}

/** Moves, enlarges and turns a picture behind a frame of fixed proportions. `done` gets what the frame shows. */
export class ImageEditor extends LitElement {
  static override properties = { placement: { state: true } }
  declare placement: Placement
  declare text: Text
  declare picture: CanvasImageSource
  declare pictureWidth: number
  declare pictureHeight: number
  /** Width by height of the frame. */
  declare aspectRatio: number
  declare done: (result: HTMLCanvasElement | undefined) => void

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        background: #101010;
        color: #fff;
      }
      .stage {
        display: grid;
        place-items: center;
        padding: calc(var(--status-bar-height, 0px) + 16px) 16px 16px;
        container-type: size;
      }
      canvas {
        width: min(100cqw, 100cqh * var(--aspect-ratio));
        outline: 1px solid rgb(255 255 255 / 70%);
        touch-action: none;
        cursor: grab;
      }
      footer {
        display: grid;
        grid-template-columns: auto auto minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
        padding: 12px 16px calc(12px + env(safe-area-inset-bottom, 0px));
      }
      button {
        min-width: 44px;
        min-height: 44px;
      }
      button.done {
        padding: 0 18px;
        border-radius: var(--sampan-radius-small);
        background: var(--sampan-primary);
        color: var(--sampan-on-primary);
      }
    `,
  ]

  constructor() {
    super()
    this.placement = { x: 0, y: 0, zoom: 1, quarterTurns: 0 }
    this.addEventListener('cancel', () => this.done(undefined))
  }

  override render(): TemplateResult {
    const { width, height } = this.resultSize()
    return html`
      <div class="stage">
        <canvas
          style=${`--aspect-ratio: ${this.aspectRatio}`}
          width=${width}
          height=${height}
          @pointerdown=${this.onPointerDown}
          @pointermove=${this.onPointerMove}
        ></canvas>
      </div>
      <footer>
        <button @click=${() => this.done(undefined)}>${this.text('cancel')}</button>
        <button @click=${this.turn}>${this.text('media.turn')}</button>
        <input
          type="range"
          min="1"
          max="4"
          step="0.05"
          aria-label=${this.text('media.zoom')}
          .value=${String(this.placement.zoom)}
          @input=${(event: InputEvent) =>
            this.place({ zoom: Number((event.target as HTMLInputElement).value) })}
        />
        <button class="done" @click=${this.finish}>${this.text('confirm')}</button>
      </footer>
    `
  }

  protected override updated(): void {
    this.draw(this.canvas())
  }

  private canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas')!
  }

  private turnedSize(): { width: number; height: number } {
    const { pictureWidth: width, pictureHeight: height } = this
    return this.placement.quarterTurns % 2 === 0 ? { width, height } : { width: height, height: width }
  }

  /** As large as the picture gives without inventing pixels. */
  private resultSize(): { width: number; height: number } {
    const size = this.turnedSize()
    const width = Math.min(size.width, size.height * this.aspectRatio)
    return {
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(width / this.aspectRatio)),
    }
  }

  private draw(canvas: HTMLCanvasElement): void {
    const context = canvas.getContext('2d')!
    const { x, y, zoom, quarterTurns } = this.placement
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.translate(canvas.width * (0.5 + x), canvas.height * (0.5 + y))
    context.rotate((quarterTurns * Math.PI) / 2)
    context.scale(zoom, zoom)
    context.drawImage(this.picture, -this.pictureWidth / 2, -this.pictureHeight / 2)
  }

  /** The picture always covers the frame. */
  private place(changes: Partial<Placement>): void {
    const next = { ...this.placement, ...changes }
    const size = this.turnedSize()
    const frame = this.resultSize()
    const limit = (picturePx: number, framePx: number) =>
      Math.max(0, (picturePx * next.zoom) / framePx - 1) / 2
    const maxX = limit(size.width, frame.width)
    const maxY = limit(size.height, frame.height)
    next.x = Math.min(maxX, Math.max(-maxX, next.x))
    next.y = Math.min(maxY, Math.max(-maxY, next.y))
    this.placement = next
  }

  private readonly turn = (): void => {
    this.placement = { ...this.placement, x: 0, y: 0, quarterTurns: (this.placement.quarterTurns + 1) % 4 }
  }

  private readonly finish = (): void => this.done(this.canvas())

  private readonly onPointerDown = (event: PointerEvent): void => {
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
  }

  private readonly onPointerMove = (event: PointerEvent): void => {
    if (event.buttons === 0) return
    const canvas = event.currentTarget as HTMLElement
    this.place({
      x: this.placement.x + event.movementX / canvas.clientWidth,
      y: this.placement.y + event.movementY / canvas.clientHeight,
    })
  }
}
defineElement('sampan-image-editor', ImageEditor)
