/** Web Mercator, as map tiles have it: the world is a square of 256 · 2^scale px. */
export interface Location {
  longitude: number
  latitude: number
}

export interface MapView extends Location {
  scale: number
  /** degrees, clockwise */
  rotate: number
  width: number
  height: number
}

export interface ScreenPoint {
  x: number
  y: number
}

const TILE_PX = 256
const MAX_LATITUDE = 85.05
const EQUATOR_M = 40_075_016.7

export function worldSize(scale: number): number {
  return TILE_PX * 2 ** scale
}

export function toWorld({ longitude, latitude }: Location, scale: number): ScreenPoint {
  const size = worldSize(scale)
  const bounded = Math.max(-MAX_LATITUDE, Math.min(latitude, MAX_LATITUDE))
  const sine = Math.sin((bounded * Math.PI) / 180)
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  }
}

export function fromWorld({ x, y }: ScreenPoint, scale: number): Location {
  const size = worldSize(scale)
  const n = Math.PI * (1 - (2 * y) / size)
  return { longitude: (x / size) * 360 - 180, latitude: (Math.atan(Math.sinh(n)) * 180) / Math.PI }
}

export function project(view: MapView, location: Location): ScreenPoint {
  const center = toWorld(view, view.scale)
  const point = toWorld(location, view.scale)
  const turned = turn({ x: point.x - center.x, y: point.y - center.y }, view.rotate)
  return { x: turned.x + view.width / 2, y: turned.y + view.height / 2 }
}

export function unproject(view: MapView, { x, y }: ScreenPoint): Location {
  const center = toWorld(view, view.scale)
  const turned = turn({ x: x - view.width / 2, y: y - view.height / 2 }, -view.rotate)
  return fromWorld({ x: center.x + turned.x, y: center.y + turned.y }, view.scale)
}

/** Moves what is seen with the finger. */
export function panBy(view: MapView, dx: number, dy: number): MapView {
  const { longitude, latitude } = unproject(view, { x: view.width / 2 - dx, y: view.height / 2 - dy })
  const bounded = Math.max(-MAX_LATITUDE, Math.min(latitude, MAX_LATITUDE))
  return { ...view, longitude: ((((longitude + 180) % 360) + 360) % 360) - 180, latitude: bounded }
}

/** Another scale or rotation with the same place under `anchor`. */
export function changeAround(
  view: MapView,
  anchor: ScreenPoint,
  change: { scale?: number; rotate?: number },
): MapView {
  const place = unproject(view, anchor)
  const changed = { ...view, ...change }
  const moved = project(changed, place)
  return panBy(changed, anchor.x - moved.x, anchor.y - moved.y)
}

/** The view in which all points are seen. `padding` is top, right, bottom, left in px. */
export function fitPoints(
  view: MapView,
  points: readonly Location[],
  padding: readonly number[],
  scales: { low: number; high: number },
): MapView {
  if (points.length === 0 || view.width === 0) return view
  const world = points.map((point) => toWorld(point, 0))
  const xs = world.map(({ x }) => x)
  const ys = world.map(({ y }) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [padTop = 0, padRight = padTop, padBottom = padTop, padLeft = padRight] = padding
  const room = (px: number, size: number): number => Math.log2(Math.max(1, px) / Math.max(size, 1e-9))
  const fitting = Math.min(
    room(view.width - padLeft - padRight, right - left),
    room(view.height - padTop - padBottom, bottom - top),
  )
  const scale = Math.max(scales.low, Math.min(fitting, scales.high, 18))
  const center = fromWorld({ x: (left + right) / 2, y: (top + bottom) / 2 }, 0)
  const fitted = { ...view, ...center, scale, rotate: 0 }
  return panBy(fitted, (padLeft - padRight) / 2, (padTop - padBottom) / 2)
}

export function regionOf(view: MapView): { southwest: Location; northeast: Location } {
  const corners = [
    { x: 0, y: 0 },
    { x: view.width, y: 0 },
    { x: 0, y: view.height },
    { x: view.width, y: view.height },
  ].map((corner) => unproject(view, corner))
  const longitudes = corners.map(({ longitude }) => longitude)
  const latitudes = corners.map(({ latitude }) => latitude)
  return {
    southwest: { longitude: Math.min(...longitudes), latitude: Math.min(...latitudes) },
    northeast: { longitude: Math.max(...longitudes), latitude: Math.max(...latitudes) },
  }
}

export function isSameView(a: MapView, b: MapView): boolean {
  return (['longitude', 'latitude', 'scale', 'rotate'] as const).every((key) => a[key] === b[key])
}

/** Another centre if this one is outside. */
export function keepInside(
  view: MapView,
  { southwest, northeast }: { southwest: Location; northeast: Location },
): MapView {
  const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))
  return {
    ...view,
    longitude: within(view.longitude, southwest.longitude, northeast.longitude),
    latitude: within(view.latitude, southwest.latitude, northeast.latitude),
  }
}

export function metresPerPx({ latitude, scale }: MapView): number {
  return (EQUATOR_M * Math.cos((latitude * Math.PI) / 180)) / worldSize(scale)
}

function turn({ x, y }: ScreenPoint, degrees: number): ScreenPoint {
  if (degrees === 0) return { x, y }
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}
