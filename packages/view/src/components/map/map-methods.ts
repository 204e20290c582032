import type { MarkerLayer } from './marker-layer'
import {
  changeAround,
  fitPoints,
  project,
  regionOf,
  unproject,
  type Location,
  type MapView,
} from './projection'
import { numberOr, readLocation, readLocations, readMarkers, recordOf } from './read-map-data'

/** What the methods of MapContext need of a map. */
export interface MapMethodParts {
  view(): MapView
  /** Animates to another view and tells of the change; done when it is there. */
  moveTo(view: MapView): Promise<void>
  markers: MarkerLayer
  scales(): { low: number; high: number }
  skew(): number
  userLocation(): Promise<Location>
  setLocationIcon(path: string): void
  setBoundary(boundary: { southwest: Location; northeast: Location } | undefined): void
}

type Options = Record<string, unknown>
type Method = (parts: MapMethodParts, options: Options) => unknown

/** By name, as `callMethod` gets them; each has the options object of WeChat's method. */
export const mapMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['getCenterLocation', ({ view }) => ({ longitude: view().longitude, latitude: view().latitude })],
  ['getRegion', ({ view }) => regionOf(view())],
  ['getScale', ({ view }) => ({ scale: view().scale })],
  ['getRotate', ({ view }) => ({ rotate: view().rotate })],
  ['getSkew', ({ skew }) => ({ skew: skew() })],
  ['toScreenLocation', ({ view }, options) => project(view(), needLocation('toScreenLocation', options))],
  [
    'fromScreenLocation',
    ({ view }, { x, y }) => unproject(view(), { x: numberOr(x, 0) as number, y: numberOr(y, 0) as number }),
  ],
  ['moveToLocation', moveToLocation],
  ['includePoints', includePoints],
  ['translateMarker', translateMarker],
  ['moveAlong', moveAlong],
  ['addMarkers', ({ markers }, { markers: list, clear }) => markers.set(readMarkers(list), clear === true)],
  [
    'removeMarkers',
    ({ markers }, { markerIds }) => {
      if (Array.isArray(markerIds)) for (const id of markerIds) markers.remove(Number(id))
    },
  ],
  ['setLocMarkerIcon', ({ setLocationIcon }, { iconPath }) => setLocationIcon(String(iconPath ?? ''))],
  ['setBoundary', setBoundary],
  ['setCenterOffset', setCenterOffset],
])

/** Methods that need a map service. */
export const missingMapMethods: ReadonlySet<string> = new Set([
  'addArc',
  'removeArc',
  'addCustomLayer',
  'removeCustomLayer',
  'addGroundOverlay',
  'updateGroundOverlay',
  'removeGroundOverlay',
  'addVisualLayer',
  'removeVisualLayer',
  'executeVisualLayerCommand',
  'eraseLines',
  'initMarkerCluster',
  'openMapApp',
])

function needLocation(method: string, options: Options): Location {
  const location = readLocation(options)
  if (!location) throw new Error(`${method}:fail invalid coordinates`)
  return location
}

async function moveToLocation(
  { view, moveTo, userLocation }: MapMethodParts,
  options: Options,
): Promise<void> {
  const target = readLocation(options) ?? (await userLocation())
  await moveTo({ ...view(), ...target })
}

async function includePoints({ view, moveTo, scales }: MapMethodParts, options: Options): Promise<void> {
  const points = readLocations(options.points)
  if (points.length === 0) throw new Error('includePoints:fail invalid points')
  const padding = Array.isArray(options.padding) ? options.padding.map((each) => Number(each) || 0) : [0]
  await moveTo(fitPoints(view(), points, padding, scales()))
}

function translateMarker({ markers, view }: MapMethodParts, options: Options): Promise<void> {
  const destination = readLocation(recordOf(options.destination))
  if (!destination) throw new Error('translateMarker:fail invalid destination')
  const turns = {
    auto: options.autoRotate !== false && !('rotate' in options),
    to: numberOr(options.rotate, undefined),
  }
  return move(markers, 'translateMarker', options, [destination], turns, view)
}

function moveAlong({ markers, view }: MapMethodParts, options: Options): Promise<void> {
  const path = readLocations(options.path)
  return move(markers, 'moveAlong', options, path, { auto: options.autoRotate !== false }, view)
}

function move(
  markers: MarkerLayer,
  method: string,
  options: Options,
  path: Location[],
  turns: { auto: boolean; to?: number | undefined },
  view: () => MapView,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const duration = numberOr(options.duration, 1000) as number
    const { auto, to } = turns
    const moves = markers.moveAlong(
      Number(options.markerId),
      path,
      duration,
      { auto, ...(to === undefined ? {} : { to }) },
      view,
      resolve,
    )
    if (!moves) reject(new Error(`${method}:fail no marker ${String(options.markerId)}`))
  })
}

function setBoundary({ setBoundary: set }: MapMethodParts, options: Options): void {
  const southwest = readLocation(options.southwest)
  const northeast = readLocation(options.northeast)
  set(southwest && northeast ? { southwest, northeast } : undefined)
}

/** The given place on the screen becomes where the centre's coordinates are. */
function setCenterOffset({ view, moveTo }: MapMethodParts, options: Options): Promise<void> {
  const [x, y] = Array.isArray(options.offset) ? options.offset.map(Number) : [0.5, 0.5]
  const now = view()
  const anchor = {
    x: now.width * (Number.isFinite(x) ? x! : 0.5),
    y: now.height * (Number.isFinite(y) ? y! : 0.5),
  }
  const shifted = unproject(now, { x: now.width - anchor.x, y: now.height - anchor.y })
  return moveTo(changeAround({ ...now, ...shifted }, anchor, {}))
}
