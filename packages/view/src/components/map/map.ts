import type { ContextDescription } from '../../built-in-element'
import { animate, easeInOutCubic, type Animation } from '../animation/animate'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { followMapGestures } from './map-gestures'
import { mapMethods, missingMapMethods, type MapMethodParts } from './map-methods'
import { placeCustomCallouts, showControls, showScaleBar } from './map-overlays'
import { createMapPainting } from './map-painting'
import { mapMarkup, mapSheet } from './map-shadow'
import { mapTileSource, onMapTileSource } from './map-tile-source'
import { createMarkerLayer, type MarkerLayer } from './marker-layer'
import {
  fitPoints,
  isSameView,
  keepInside,
  project,
  regionOf,
  unproject,
  type Location,
  type MapView,
} from './projection'
import { readControls, readLocation, readLocations, readMarkers, recordOf } from './read-map-data'
import { createUserLocation } from './user-location'

type Cause = 'drag' | 'scale' | 'update'

/** Where a map starts whose program gives no centre. */
const DEFAULT_CENTER: Location = { longitude: 116.397451, latitude: 39.909187 }
const MOVE_MS = 300
const UPDATED_AFTER_MS = 100

/**
 * Coordinates are drawn as the program gives them. Streets come from a `MapTileSource`; without one there is a grid.
 */
export class MapElement extends ScheduledElement {
  private readonly map: HTMLElement
  private readonly canvas: HTMLCanvasElement
  private readonly find: (selector: string) => HTMLElement
  private readonly markers: MarkerLayer
  private readonly painting: ReturnType<typeof createMapPainting>
  private readonly me = createUserLocation(
    () => this.port,
    () => this.requestDraw(),
  )
  private readonly gestures: { dragged(): boolean }
  private view: MapView = { ...DEFAULT_CENTER, scale: 16, rotate: 0, width: 0, height: 0 }
  private boundary: { southwest: Location; northeast: Location } | undefined
  private placed = false
  private pressedItself = true
  private frame = 0
  private moving: Animation | undefined
  private arrived: () => void = () => {}
  private updatedTimer: ReturnType<typeof setTimeout> | undefined
  private sizes: ResizeObserver | undefined
  private stopTiles: (() => void) | undefined

  static define(): void {
    customElements.define('wx-map', MapElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, mapSheet, mapMarkup)
    this.find = (selector) => root.querySelector<HTMLElement>(selector)!
    this.map = this.find('.map')
    this.canvas = this.find('canvas') as HTMLCanvasElement
    this.painting = createMapPainting(this.canvas, () => this.requestDraw())
    this.markers = createMarkerLayer({
      layer: this.find('.markers'),
      resolveUrl: (path) => this.port.resolveUrl(path),
      tapped: (name, markerId) => this.emit(name, { markerId }),
      changed: () => this.requestDraw(),
    })
    this.gestures = followMapGestures({
      element: this.map,
      view: () => this.view,
      move: (view) => this.show(view),
      began: () => {
        this.stopMoving()
        this.reportRegion('begin', 'gesture')
      },
      ended: (cause) => this.reportRegion('end', cause),
      allows: () => ({
        scroll: this.setting('enable-scroll', true),
        zoom: this.setting('enable-zoom', true),
      }),
      scales: () => this.scales(),
    })
    this.map.addEventListener('click', (event) => this.tapped(event))
    this.map.addEventListener('pointerdown', (event) => {
      const [target] = event.composedPath()
      this.pressedItself = target instanceof Node && target.getRootNode() === root
    })
    this.find('.compass').addEventListener('click', (event) => {
      event.stopPropagation()
      void this.moveTo({ ...this.view, rotate: 0 })
    })
    this.find('.me').addEventListener('click', (event) => {
      event.stopPropagation()
      this.emit('anchorpointtap', { ...this.me.known() })
    })
  }

  /** It tells taps on itself with the place on the earth; children of the template keep theirs. */
  get blocksTap(): boolean {
    return this.pressedItself
  }

  connectedCallback(): void {
    this.sizes = new ResizeObserver(() => this.resize())
    this.sizes.observe(this.map)
    this.stopTiles = onMapTileSource(() => this.requestDraw())
  }

  disconnectedCallback(): void {
    this.sizes?.disconnect()
    this.stopTiles?.()
    this.me.stop()
    this.stopMoving()
    clearTimeout(this.updatedTimer)
    cancelAnimationFrame(this.frame)
    this.frame = 0
  }

  protected update(changed: ReadonlySet<string>): void {
    if (changed.has('markers') || changed.has('covers')) {
      this.markers.set(readMarkers(this.properties.markers ?? this.properties.covers), true)
    }
    this.painting.setShapes(changed, this.properties)
    if (changed.has('controls')) {
      const controls = readControls(this.properties.controls)
      const tapped = (controlId: number) => this.emit('controltap', { controlId })
      showControls(this.find('.controls'), controls, (path) => this.port.resolveUrl(path), tapped)
    }
    this.map.classList.toggle(
      'scrolls',
      this.setting('enable-scroll', true) || this.setting('enable-zoom', true),
    )
    this.find('.scale').hidden = !this.setting('show-scale', false)
    if (changed.has('show-location')) this.me.watch(this.setting('show-location', false))
    this.applyView(changed)
    this.requestDraw()
    this.reportUpdated()
  }

  /** `setting` is an object with the same switches; it wins over attributes. */
  private setting(name: string, whenAbsent: boolean): boolean {
    const key = name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
    const value = recordOf(this.properties.setting)[key]
    return value === undefined ? this.flag(name, whenAbsent) : Boolean(value)
  }

  private scales(): { low: number; high: number } {
    return { low: this.numberOf('min-scale', 3), high: this.numberOf('max-scale', 20) }
  }

  private applyView(changed: ReadonlySet<string>): void {
    const given = [...changed].some((name) =>
      ['longitude', 'latitude', 'scale', 'rotate', 'include-points'].includes(name),
    )
    if (!given && this.placed) return
    const { low, high } = this.scales()
    const location = readLocation({
      longitude: this.properties.longitude,
      latitude: this.properties.latitude,
    })
    let view = { ...this.view }
    if (location && (!this.placed || changed.has('longitude') || changed.has('latitude')))
      Object.assign(view, location)
    if (!this.placed || changed.has('scale'))
      view.scale = Math.max(low, Math.min(this.numberOf('scale', 16), high))
    if (changed.has('rotate')) view.rotate = this.numberOf('rotate', 0)
    const points = readLocations(this.properties['include-points'])
    if (points.length > 0 && (changed.has('include-points') || !this.placed)) {
      if (view.width === 0) return this.show(view)
      view = fitPoints(view, points, [0], { low, high })
    }
    if (!this.placed) this.show(view)
    else if (!isSameView(view, this.view)) void this.moveTo(view)
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.map
    if (width === 0 || height === 0) return
    const isFirst = this.view.width === 0
    this.painting.resize(width, height)
    this.view = { ...this.view, width, height }
    if (isFirst) this.applyView(new Set(['include-points']))
    this.placed = true
    this.draw()
  }

  private show(view: MapView): void {
    this.view = this.boundary ? keepInside(view, this.boundary) : view
    this.requestDraw()
  }

  /** From the program: animated, and told as an update. */
  private moveTo(target: MapView): Promise<void> {
    this.stopMoving()
    const from = this.view
    this.reportRegion('begin', 'update')
    return new Promise((resolve) => {
      this.arrived = resolve
      this.moving = animate(
        this.isConnected && from.width > 0 ? MOVE_MS : 0,
        easeInOutCubic,
        (t) => {
          const between = (key: 'longitude' | 'latitude' | 'scale' | 'rotate') =>
            from[key] + (target[key] - from[key]) * t
          this.show({
            ...this.view,
            longitude: between('longitude'),
            latitude: between('latitude'),
            scale: between('scale'),
            rotate: between('rotate'),
          })
        },
        () => {
          this.stopMoving()
          this.reportRegion('end', 'update')
        },
      )
    })
  }

  /** Ends a movement where it is, as the next one or a finger takes over. */
  private stopMoving(): void {
    this.moving?.cancel()
    this.moving = undefined
    this.arrived()
    this.arrived = () => {}
  }

  private requestDraw(): void {
    if (this.frame !== 0 || !this.isConnected) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.draw()
    })
  }

  private draw(): void {
    const { view } = this
    if (view.width === 0) return
    this.painting.draw(view)
    this.find('.attribution').textContent = mapTileSource()?.attribution ?? ''
    this.markers.place(view)
    placeCustomCallouts(this.find('slot[name=callout]') as HTMLSlotElement, view, this.markers)
    this.placeOverlays()
  }

  private placeOverlays(): void {
    const { view } = this
    const place = this.me.known()
    const dot = this.find('.me')
    dot.hidden = place === undefined
    if (place) {
      const { x, y } = project(view, place)
      dot.style.transform = `translate(${x}px, ${y}px)`
    }
    const compass = this.find('.compass')
    compass.hidden = !this.setting('show-compass', false)
    compass.style.transform = `rotate(${view.rotate}deg)`
    if (!this.find('.scale').hidden) showScaleBar(this.find('.scale'), view)
  }

  private tapped(event: MouseEvent): void {
    if (this.gestures.dragged() || !event.composedPath().includes(this.canvas)) return
    const box = this.map.getBoundingClientRect()
    const at = { x: event.clientX - box.left, y: event.clientY - box.top }
    const place = unproject(this.view, at)
    const polylineId = this.painting.lineAt(this.view, at)
    if (polylineId !== undefined) this.emit('polylinetap', { polylineId, ...place })
    this.markers.closeCallout()
    const page = { x: event.pageX, y: event.pageY }
    this.emit('tap', { ...page, ...place }, { bubbles: true })
  }

  private reportRegion(type: 'begin' | 'end', causedBy: Cause | 'gesture'): void {
    const { longitude, latitude, scale, rotate } = this.view
    const detail = { type, causedBy, scale, rotate, skew: this.numberOf('skew', 0) }
    if (type === 'begin') this.emit('regionchange', detail)
    else
      this.emit('regionchange', {
        ...detail,
        centerLocation: { longitude, latitude },
        region: regionOf(this.view),
      })
    if (type === 'end') this.reportUpdated()
  }

  private reportUpdated(): void {
    clearTimeout(this.updatedTimer)
    this.updatedTimer = setTimeout(() => this.emit('updated', {}), UPDATED_AFTER_MS)
  }

  override describeContext(): ContextDescription {
    return { type: 'map' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    const method = mapMethods.get(name)
    if (method) return method(this.methodParts(), recordOf(args[0]))
    if (missingMapMethods.has(name)) throw new Error(`${name}:fail not supported without a map service`)
    return super.callMethod(name, args)
  }

  private methodParts(): MapMethodParts {
    return {
      view: () => this.view,
      moveTo: (view) => this.moveTo(view),
      markers: this.markers,
      scales: () => this.scales(),
      skew: () => this.numberOf('skew', 0),
      userLocation: () => this.me.find(),
      setLocationIcon: (path) => {
        const dot = this.find('.me > i')
        dot.style.cssText =
          path === ''
            ? ''
            : `border:0;border-radius:0;box-shadow:none;width:24px;height:24px;left:-12px;top:-12px;` +
              `background:center/contain no-repeat url("${CSS.escape(this.port.resolveUrl(path))}")`
      },
      setBoundary: (boundary) => {
        this.boundary = boundary
        this.show(this.view)
      },
    }
  }
}
