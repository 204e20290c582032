import { animate, linear, type Animation } from '../animation/animate'
import { project, type Location, type MapView } from './projection'
import { colourOr, type BubbleData, type MarkerData } from './read-map-data'

export interface MarkerLayerParts {
  layer: HTMLElement
  resolveUrl(path: string): string
  tapped(name: 'markertap' | 'callouttap' | 'labeltap', markerId: number): void
  /** A marker has moved or its picture has its size: the map must be drawn again. */
  changed(): void
}

export interface PlacedMarker {
  data: MarkerData
  /** Where the marker is, which differs from its data while it moves and after it has. */
  location: Location
  rotate: number
  element: HTMLElement
  icon: HTMLImageElement
  callout: HTMLElement | undefined
  label: HTMLElement | undefined
  moving: Animation | undefined
}

const PIN =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="36" viewBox="0 0 28 36"><path d="M14 36C10 28 1 22 1 13.5a13 13 0 0 1 26 0C27 22 18 28 14 36z" fill="#fa5151"/><circle cx="14" cy="13.5" r="5.5" fill="#fff"/></svg>',
  )

/** Markers with their callouts and labels, as elements over the map. */
export function createMarkerLayer({ layer, resolveUrl, tapped, changed }: MarkerLayerParts) {
  const markers = new Map<number, PlacedMarker>()
  /** The marker whose callout was opened by a tap. */
  let opened: number | undefined

  function set(list: readonly MarkerData[], clear: boolean): void {
    const kept = new Set(list.map(({ id }) => id))
    if (clear) for (const id of [...markers.keys()]) if (!kept.has(id)) remove(id)
    for (const data of list) {
      remove(data.id)
      markers.set(data.id, create(data))
    }
    changed()
  }

  function remove(id: number): void {
    const marker = markers.get(id)
    marker?.moving?.cancel()
    marker?.element.remove()
    markers.delete(id)
  }

  function create(data: MarkerData): PlacedMarker {
    const element = document.createElement('div')
    element.className = 'marker'
    element.style.zIndex = String(Math.round(data.zIndex))
    const icon = document.createElement('img')
    icon.alt = data.ariaLabel
    icon.src = data.iconPath === '' ? PIN : resolveUrl(data.iconPath)
    icon.onload = changed
    icon.onerror = () => {
      icon.onerror = null
      icon.src = PIN
    }
    if (data.width !== undefined) icon.style.width = `${data.width}px`
    if (data.height !== undefined) icon.style.height = `${data.height}px`
    icon.style.opacity = String(data.alpha)
    element.append(icon)
    onTap(icon, () => {
      opened = data.id
      changed()
      tapped('markertap', data.id)
    })
    const label = data.label && addBubble(element, 'label', data.label)
    if (label) onTap(label, () => tapped('labeltap', data.id))
    const bubble = data.callout ?? titleBubble(data.title)
    const callout = bubble && addBubble(element, 'callout', bubble)
    if (callout) onTap(callout, () => tapped('callouttap', data.id))
    layer.append(element)
    const location = { longitude: data.longitude, latitude: data.latitude }
    return { data, location, rotate: data.rotate, element, icon, callout, label, moving: undefined }
  }

  function place(view: MapView): void {
    for (const marker of markers.values()) {
      const { x, y } = project(view, marker.location)
      const { icon, data, callout, label, element } = marker
      const { offsetWidth: width, offsetHeight: height } = icon
      element.style.transform = `translate(${x}px, ${y}px)`
      const [left, top] = [-width * data.anchor.x, -height * data.anchor.y]
      icon.style.transformOrigin = `${data.anchor.x * 100}% ${data.anchor.y * 100}%`
      icon.style.transform = `translate(${left}px, ${top}px) rotate(${marker.rotate}deg)`
      if (callout) {
        callout.hidden = !(data.callout?.isAlwaysShown ?? false) && opened !== data.id
        const { anchorX = 0, anchorY = 0 } = data.callout ?? {}
        callout.style.transform = `translate(calc(${anchorX}px - 50%), calc(${top + anchorY - 6}px - 100%))`
      }
      if (label && data.label)
        label.style.transform = `translate(${data.label.anchorX}px, ${data.label.anchorY}px)`
    }
  }

  /** Moves a marker along a path of places at an even speed. */
  function moveAlong(
    id: number,
    path: readonly Location[],
    durationMs: number,
    turns: { auto: boolean; to?: number },
    view: () => MapView,
    done: () => void,
  ): boolean {
    const marker = markers.get(id)
    if (!marker || path.length === 0) return false
    marker.moving?.cancel()
    const stops = [marker.location, ...path]
    const lengths = stops
      .slice(1)
      .map((stop, i) => Math.hypot(stop.longitude - stops[i]!.longitude, stop.latitude - stops[i]!.latitude))
    const total = lengths.reduce((sum, length) => sum + length, 0)
    if (turns.to !== undefined) marker.rotate = turns.to
    marker.moving = animate(
      durationMs,
      linear,
      (progress) => {
        let rest = total * progress
        let i = 0
        while (i < lengths.length - 1 && rest > lengths[i]!) rest -= lengths[i++]!
        const [from, to] = [stops[i]!, stops[i + 1]!]
        const share = lengths[i] ? Math.min(1, rest / lengths[i]!) : 1
        marker.location = {
          longitude: from.longitude + (to.longitude - from.longitude) * share,
          latitude: from.latitude + (to.latitude - from.latitude) * share,
        }
        if (turns.auto) marker.rotate = heading(view(), from, to) ?? marker.rotate
        changed()
      },
      () => {
        marker.moving = undefined
        done()
      },
    )
    return true
  }

  return {
    set,
    remove,
    place,
    moveAlong,
    get: (id: number) => markers.get(id),
    all: () => [...markers.values()],
    closeCallout(): void {
      opened = undefined
      changed()
    },
    opened: () => opened,
  }
}

export type MarkerLayer = ReturnType<typeof createMarkerLayer>

function onTap(element: HTMLElement, act: () => void): void {
  element.addEventListener('click', (event) => {
    event.stopPropagation()
    act()
  })
}

function titleBubble(title: string): BubbleData | undefined {
  if (title === '') return undefined
  return {
    content: title,
    color: '#000',
    fontSizePx: 14,
    borderRadiusPx: 4,
    borderWidthPx: 0,
    borderColor: 'transparent',
    backgroundColor: '#fff',
    paddingPx: 8,
    isAlwaysShown: false,
    textAlign: 'center',
    anchorX: 0,
    anchorY: 0,
  }
}

function addBubble(parent: HTMLElement, className: 'callout' | 'label', data: BubbleData): HTMLElement {
  const bubble = document.createElement('div')
  bubble.className = className
  bubble.textContent = data.content
  const background = colourOr(data.backgroundColor, '#fff')
  Object.assign(bubble.style, {
    color: colourOr(data.color, '#000'),
    fontSize: `${data.fontSizePx}px`,
    padding: `${data.paddingPx}px`,
    borderRadius: `${data.borderRadiusPx}px`,
    border: `${data.borderWidthPx}px solid ${colourOr(data.borderColor, 'transparent')}`,
    background,
    textAlign: data.textAlign,
  })
  bubble.style.setProperty(
    '--tail',
    data.borderWidthPx > 0 ? colourOr(data.borderColor, background) : background,
  )
  parent.append(bubble)
  return bubble
}

/** Degrees that turn a picture that points up towards the next place. */
function heading(view: MapView, from: Location, to: Location): number | undefined {
  const [a, b] = [project(view, from), project(view, to)]
  if (a.x === b.x && a.y === b.y) return undefined
  return (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI + 90
}
