import { LitElement, css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { defineElement } from '../../interface/define-element'
import { locationIcon } from '../sheets/sheet-icons'
import type { Coordinates } from './coordinates'

const TILE_PX = 256

/**
 * A map to look at and to move, with a pin in its middle. Without tiles of the embedder's it shows meridians and
 * parallels: then coordinates are all that is known of the ground. Fires `move` with `Coordinates` while it may be moved.
 */
export class LocationMap extends LitElement {
  static override properties = {
    center: {},
    zoom: { type: Number },
    fixed: { type: Boolean },
    tileUrl: {},
  }
  declare center: Coordinates
  declare zoom: number
  declare fixed: boolean
  /** `https://…/{z}/{x}/{y}.png` */
  declare tileUrl: string | undefined

  static override styles = css`
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      background: var(--sampan-fill);
      color: var(--sampan-ink-faint);
      touch-action: none;
      user-select: none;
    }
    svg.ground {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
    .ground line {
      stroke: var(--sampan-line);
    }
    .ground text {
      fill: currentColor;
      font-size: 11px;
    }
    .pin {
      position: absolute;
      left: 50%;
      top: 50%;
      transform: translate(-50%, -92%) scale(1.4);
      color: var(--sampan-danger);
      pointer-events: none;
    }
  `

  constructor() {
    super()
    this.center = { latitude: 0, longitude: 0 }
    this.zoom = 14
    this.fixed = false
    this.addEventListener('pointerdown', (event) => this.setPointerCapture(event.pointerId))
    this.addEventListener('pointermove', (event) => this.drag(event))
    this.addEventListener('wheel', (event) => this.turnWheel(event), { passive: false })
  }

  protected override firstUpdated(): void {
    new ResizeObserver(() => this.requestUpdate()).observe(this)
  }

  override render(): TemplateResult {
    return html`<svg class="ground" aria-hidden="true">
        ${this.tileUrl ? this.tiles(this.tileUrl) : this.grid()}
      </svg>
      <span class="pin">${locationIcon}</span>`
  }

  /** px of the whole world at this zoom. */
  private worldPx(): number {
    return TILE_PX * 2 ** Math.round(this.zoom)
  }

  private project({ latitude, longitude }: Coordinates): { x: number; y: number } {
    const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180)
    const world = this.worldPx()
    return {
      x: ((longitude + 180) / 360) * world,
      y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world,
    }
  }

  private unproject({ x, y }: { x: number; y: number }): Coordinates {
    const world = this.worldPx()
    const angle = Math.PI * (1 - (2 * y) / world)
    return {
      latitude: (Math.atan(Math.sinh(angle)) * 180) / Math.PI,
      longitude: (((x / world) * 360 + 360) % 360) - 180,
    }
  }

  private tiles(template: string): SVGTemplateResult[] {
    const { x, y } = this.project(this.center)
    const left = x - this.clientWidth / 2
    const top = y - this.clientHeight / 2
    const count = 2 ** Math.round(this.zoom)
    const images: SVGTemplateResult[] = []
    for (let column = Math.floor(left / TILE_PX); column * TILE_PX < left + this.clientWidth; column++) {
      for (let row = Math.floor(top / TILE_PX); row * TILE_PX < top + this.clientHeight; row++) {
        if (row < 0 || row >= count) continue
        const url = template
          .replace('{z}', String(Math.round(this.zoom)))
          .replace('{x}', String(((column % count) + count) % count))
          .replace('{y}', String(row))
        images.push(
          svg`<image href=${url} x=${column * TILE_PX - left} y=${row * TILE_PX - top} width=${TILE_PX} height=${TILE_PX}></image>`,
        )
      }
    }
    return images
  }

  private grid(): SVGTemplateResult[] {
    const middle = this.project(this.center)
    const { clientWidth: width, clientHeight: height } = this
    const first = this.unproject({ x: middle.x - width / 2, y: middle.y + height / 2 })
    const last = this.unproject({ x: middle.x + width / 2, y: middle.y - height / 2 })
    const step = niceStep((last.latitude - first.latitude) / 4)
    const lines: SVGTemplateResult[] = []
    for (
      let latitude = Math.ceil(first.latitude / step) * step;
      latitude <= last.latitude;
      latitude += step
    ) {
      const y = this.project({ latitude, longitude: 0 }).y - middle.y + height / 2
      lines.push(
        svg`<line x1="0" x2=${width} y1=${y} y2=${y}></line><text x="6" y=${y - 4}>${latitude.toFixed(4)}°</text>`,
      )
    }
    for (
      let longitude = Math.ceil(first.longitude / step) * step;
      longitude <= last.longitude;
      longitude += step
    ) {
      const x = this.project({ latitude: 0, longitude }).x - middle.x + width / 2
      lines.push(
        svg`<line y1="0" y2=${height} x1=${x} x2=${x}></line><text x=${x + 4} y=${height - 6}>${longitude.toFixed(4)}°</text>`,
      )
    }
    return lines
  }

  private drag(event: PointerEvent): void {
    if (this.fixed || event.buttons === 0) return
    const { x, y } = this.project(this.center)
    this.moveTo(this.unproject({ x: x - event.movementX, y: y - event.movementY }))
  }

  private turnWheel(event: WheelEvent): void {
    event.preventDefault()
    this.zoom = Math.max(3, Math.min(18, this.zoom - Math.sign(event.deltaY)))
  }

  private moveTo(center: Coordinates): void {
    this.center = center
    this.dispatchEvent(new CustomEvent('move', { detail: center }))
  }
}
defineElement('sampan-location-map', LocationMap)

/** 1, 2 or 5 times a power of ten, at least as large. */
function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1e-6)))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= wanted) ?? power
}
