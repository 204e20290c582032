import { metresPerPx, project, type MapView, type ScreenPoint } from './projection'
import { colourOr, type AreaData, type CircleData, type LineData } from './read-map-data'

type Draw = CanvasRenderingContext2D

const ARROW_EVERY_PX = 40

export function drawArea(draw: Draw, view: MapView, area: AreaData): void {
  if (area.points.length < 2) return
  tracePath(
    draw,
    area.points.map((point) => project(view, point)),
  )
  draw.closePath()
  draw.fillStyle = colourOr(area.fillColor, 'transparent')
  draw.fill()
  stroke(draw, area.strokeColor, area.strokeWidthPx)
}

export function drawCircle(draw: Draw, view: MapView, circle: CircleData): void {
  const { x, y } = project(view, circle)
  draw.beginPath()
  draw.arc(
    x,
    y,
    Math.max(0, circle.radiusM / metresPerPx({ ...view, latitude: circle.latitude })),
    0,
    Math.PI * 2,
  )
  draw.fillStyle = colourOr(circle.fillColor, 'transparent')
  draw.fill()
  stroke(draw, circle.color, circle.strokeWidthPx)
}

export function drawLine(draw: Draw, view: MapView, line: LineData): void {
  const points = line.points.map((point) => project(view, point))
  if (points.length < 2) return
  draw.save()
  draw.lineJoin = 'round'
  draw.lineCap = 'round'
  if (line.borderWidthPx > 0 && line.borderColor !== '') {
    tracePath(draw, points)
    stroke(draw, line.borderColor, line.widthPx + line.borderWidthPx * 2)
  }
  if (line.isDotted) draw.setLineDash([line.widthPx * 2, line.widthPx * 2])
  if (line.colors.length > 1) {
    for (let i = 1; i < points.length; i++) {
      tracePath(draw, [points[i - 1]!, points[i]!])
      stroke(draw, line.colors[Math.min(i - 1, line.colors.length - 1)]!, line.widthPx)
    }
  } else {
    tracePath(draw, points)
    stroke(draw, line.color, line.widthPx)
  }
  draw.setLineDash([])
  if (line.hasArrows) drawArrows(draw, points, line.widthPx)
  draw.restore()
}

/** Whether a point is on a line, give or take a finger. */
export function isOnLine(view: MapView, line: LineData, at: ScreenPoint): boolean {
  const points = line.points.map((point) => project(view, point))
  const reach = Math.max(8, line.widthPx)
  return points.some((point, i) => i > 0 && distanceToStretch(at, points[i - 1]!, point) <= reach)
}

function tracePath(draw: Draw, points: readonly ScreenPoint[]): void {
  draw.beginPath()
  points.forEach(({ x, y }, i) => (i === 0 ? draw.moveTo(x, y) : draw.lineTo(x, y)))
}

function stroke(draw: Draw, colour: string, widthPx: number): void {
  if (widthPx <= 0) return
  draw.lineWidth = widthPx
  draw.strokeStyle = colourOr(colour, '#000')
  draw.stroke()
}

function drawArrows(draw: Draw, points: readonly ScreenPoint[], widthPx: number): void {
  const size = Math.max(3, widthPx * 0.35)
  draw.strokeStyle = '#fff'
  draw.lineWidth = Math.max(1, widthPx / 5)
  let rest = ARROW_EVERY_PX / 2
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!]
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const angle = Math.atan2(to.y - from.y, to.x - from.x)
    for (; rest < length; rest += ARROW_EVERY_PX) {
      draw.save()
      draw.translate(from.x + Math.cos(angle) * rest, from.y + Math.sin(angle) * rest)
      draw.rotate(angle)
      tracePath(draw, [
        { x: -size, y: -size },
        { x: 0, y: 0 },
        { x: -size, y: size },
      ])
      draw.stroke()
      draw.restore()
    }
    rest -= length
  }
}

function distanceToStretch(p: ScreenPoint, a: ScreenPoint, b: ScreenPoint): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
  const t = length === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length
  const bounded = Math.max(0, Math.min(1, t))
  return Math.hypot(p.x - a.x - bounded * (b.x - a.x), p.y - a.y - bounded * (b.y - a.y))
}
