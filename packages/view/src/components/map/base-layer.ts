import type { MapTileSource } from './map-tile-source'
import { project, regionOf, toWorld, worldSize, type MapView } from './projection'

type Draw = CanvasRenderingContext2D

const STEPS = [1, 2, 5]
const MIN_GRID_PX = 70
const MAX_TILES = 200

/** Degrees between two lines of the grid, so that they are some way apart on the screen. */
function gridStep(scale: number): number {
  const degreesPerPx = 360 / worldSize(scale)
  for (let power = -5; power <= 1; power++) {
    for (const step of STEPS)
      if ((step * 10 ** power) / degreesPerPx >= MIN_GRID_PX) return step * 10 ** power
  }
  return 50
}

/** Meridians and parallels with their degrees: all that is known of the ground without tiles. */
export function drawGrid(draw: Draw, view: MapView): void {
  const step = gridStep(view.scale)
  const { southwest, northeast } = regionOf(view)
  const digits = Math.max(0, -Math.floor(Math.log10(step)))
  draw.save()
  draw.fillStyle = '#f3f1ec'
  draw.fillRect(0, 0, view.width, view.height)
  draw.lineWidth = 1
  draw.strokeStyle = '#dedad1'
  draw.fillStyle = '#aaa599'
  draw.font = '10px sans-serif'
  const margin = step * 2
  for (
    let longitude = Math.floor(southwest.longitude / step) * step;
    longitude < northeast.longitude + step;
    longitude += step
  ) {
    const from = project(view, { longitude, latitude: southwest.latitude - margin })
    const to = project(view, { longitude, latitude: northeast.latitude + margin })
    line(draw, from, to)
    draw.fillText(`${longitude.toFixed(digits)}°`, to.x + 3, 11)
  }
  for (
    let latitude = Math.floor(southwest.latitude / step) * step;
    latitude < northeast.latitude + step;
    latitude += step
  ) {
    const from = project(view, { longitude: southwest.longitude - margin, latitude })
    const to = project(view, { longitude: northeast.longitude + margin, latitude })
    line(draw, from, to)
    if (from.y > 20) draw.fillText(`${latitude.toFixed(digits)}°`, 3, from.y - 3)
  }
  draw.restore()
}

function line(draw: Draw, from: { x: number; y: number }, to: { x: number; y: number }): void {
  draw.beginPath()
  draw.moveTo(from.x, from.y)
  draw.lineTo(to.x, to.y)
  draw.stroke()
}

/** Pictures of one source; `loaded` is called when another one can be drawn. */
export function createTileLayer(
  loaded: () => void,
): (draw: Draw, view: MapView, source: MapTileSource) => void {
  const tiles = new Map<string, HTMLImageElement>()

  function tile(url: string): HTMLImageElement {
    let picture = tiles.get(url)
    if (!picture) {
      picture = new Image()
      picture.onload = loaded
      picture.src = url
      tiles.set(url, picture)
      const oldest = tiles.keys().next().value
      if (tiles.size > MAX_TILES && oldest !== undefined) tiles.delete(oldest)
    }
    return picture
  }

  return (draw, view, source) => {
    const zoom = Math.max(source.minZoom, Math.min(Math.round(view.scale), source.maxZoom))
    const size = 256 * 2 ** (view.scale - zoom)
    const center = toWorld(view, view.scale)
    const count = 2 ** zoom
    const reach = Math.hypot(view.width, view.height) / 2
    draw.save()
    draw.fillStyle = '#f3f1ec'
    draw.fillRect(0, 0, view.width, view.height)
    draw.translate(view.width / 2, view.height / 2)
    draw.rotate((view.rotate * Math.PI) / 180)
    for (
      let y = Math.max(0, Math.floor((center.y - reach) / size));
      y <= Math.min(count - 1, (center.y + reach) / size);
      y++
    ) {
      for (let x = Math.floor((center.x - reach) / size); x <= (center.x + reach) / size; x++) {
        const picture = tile(source.tileUrl(((x % count) + count) % count, y, zoom))
        if (!picture.complete || picture.naturalWidth === 0) continue
        // Half a pixel over the edge, so that no seams show at broken scales.
        draw.drawImage(picture, x * size - center.x, y * size - center.y, size + 0.5, size + 0.5)
      }
    }
    draw.restore()
  }
}
