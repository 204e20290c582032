import { BuiltInElement } from '../../built-in-element'
import { metresPerPx, project, type MapView } from './projection'
import type { MarkerLayer } from './marker-layer'
import type { ControlData } from './read-map-data'

const NICE = [1, 2, 5]
const SCALE_BAR_PX = 80

export function showScaleBar(bar: HTMLElement, view: MapView): void {
  const most = metresPerPx(view) * SCALE_BAR_PX
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * (NICE.findLast((nice) => nice * power <= most) ?? 1)
  bar.style.width = `${metres / metresPerPx(view)}px`
  bar.firstElementChild!.textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
}

/** The deprecated `controls`: pictures that stay where they are on the screen. */
export function showControls(
  layer: HTMLElement,
  controls: readonly ControlData[],
  resolveUrl: (path: string) => string,
  tapped: (id: number) => void,
): void {
  layer.replaceChildren(
    ...controls.map((control) => {
      const picture = document.createElement('img')
      picture.alt = ''
      picture.src = resolveUrl(control.iconPath)
      picture.style.left = `${control.leftPx}px`
      picture.style.top = `${control.topPx}px`
      if (control.widthPx !== undefined) picture.style.width = `${control.widthPx}px`
      if (control.heightPx !== undefined) picture.style.height = `${control.heightPx}px`
      if (control.isClickable) {
        picture.addEventListener('click', (event) => {
          event.stopPropagation()
          tapped(control.id)
        })
      }
      return picture
    }),
  )
}

const callouts = new WeakMap<Element, Animation>()

/**
 * Puts elements of `slot="callout"` that have a `marker-id` above their markers. Their styles belong to the program, so
 * the place comes as an animation that stands still.
 */
export function placeCustomCallouts(slot: HTMLSlotElement, view: MapView, markers: MarkerLayer): void {
  for (const container of slot.assignedElements()) {
    const holder = container instanceof BuiltInElement ? container.childHost : container
    for (const element of holder.querySelectorAll<HTMLElement>('*')) {
      const id = markerIdOf(element)
      const marker = id === undefined ? undefined : markers.get(id)
      if (id === undefined) continue
      const shown = marker?.data.hasCustomCallout ?? false
      const { x, y } = marker ? project(view, marker.location) : { x: -9999, y: -9999 }
      const above = marker ? marker.icon.offsetHeight * marker.data.anchor.y : 0
      const left = x - element.offsetWidth / 2 - offsetInside(element, container, 'offsetLeft')
      const top = y - above - element.offsetHeight - offsetInside(element, container, 'offsetTop')
      const frames = [
        { transform: `translate(${left}px, ${top}px)`, visibility: shown ? 'visible' : 'hidden' },
      ]
      const standing = callouts.get(element)
      if (standing?.effect instanceof KeyframeEffect) standing.effect.setKeyframes(frames)
      else callouts.set(element, element.animate(frames, { duration: 1, fill: 'forwards' }))
    }
  }
}

function markerIdOf(element: Element): number | undefined {
  const value =
    element instanceof BuiltInElement ? element.properties['marker-id'] : element.getAttribute('marker-id')
  const id = Number(value ?? Number.NaN)
  return Number.isFinite(id) ? id : undefined
}

function offsetInside(element: HTMLElement, container: Element, side: 'offsetLeft' | 'offsetTop'): number {
  let offset = 0
  for (
    let node: Element | null = element;
    node instanceof HTMLElement && node !== container;
    node = node.offsetParent
  ) {
    offset += node[side]
  }
  return offset
}
