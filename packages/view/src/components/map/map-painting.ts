import { createTileLayer, drawGrid } from './base-layer'
import { mapTileSource } from './map-tile-source'
import type { MapView } from './projection'
import {
  readAreas,
  readCircles,
  readLines,
  type AreaData,
  type CircleData,
  type LineData,
} from './read-map-data'
import { drawArea, drawCircle, drawLine, isOnLine } from './shapes'

/** What lies on the ground: the ground itself, areas, circles and lines. `changed` asks for another `draw`. */
export function createMapPainting(canvas: HTMLCanvasElement, changed: () => void) {
  const drawTiles = createTileLayer(changed)
  let lines: LineData[] = []
  let areas: AreaData[] = []
  let circles: CircleData[] = []

  return {
    resize(width: number, height: number): void {
      const ratio = window.devicePixelRatio || 1
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
    },
    setShapes(changedNames: ReadonlySet<string>, properties: Record<string, unknown>): void {
      if (changedNames.has('polyline')) lines = readLines(properties.polyline)
      if (changedNames.has('polygons')) areas = readAreas(properties.polygons)
      if (changedNames.has('circles')) circles = readCircles(properties.circles)
    },
    draw(view: MapView): void {
      const context = canvas.getContext('2d')
      if (!context) return
      const ratio = canvas.width / view.width
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      const tiles = mapTileSource()
      if (tiles) drawTiles(context, view, tiles)
      else drawGrid(context, view)
      for (const area of areas) drawArea(context, view, area)
      for (const circle of circles) drawCircle(context, view, circle)
      for (const line of lines) drawLine(context, view, line)
    },
    /** Place in the program's list of the line under a point. */
    lineAt(view: MapView, at: { x: number; y: number }): number | undefined {
      const index = lines.findIndex((line) => isOnLine(view, line, at))
      return index < 0 ? undefined : index
    },
  }
}
