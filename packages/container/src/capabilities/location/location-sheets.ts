import { html, nothing } from 'lit'
import { closeIcon } from '../sheets/sheet-icons'
import { type CapabilityHost, CapabilityError } from '../capability'
import { showSheet } from '../sheets/sheet'
import type { Coordinates } from './coordinates'
import './location-map'

export interface ChosenPlace extends Coordinates {
  name: string
  address: string
}

/** The user puts the pin somewhere and gives it a name. Throws `cancel`. */
export async function choosePlace(host: CapabilityHost, start: Coordinates): Promise<ChosenPlace> {
  const place: ChosenPlace = { ...start, name: '', address: '' }
  const chosen = await showSheet<ChosenPlace | undefined>(host.overlay, {
    label: host.text('location.choose'),
    layout: 'full',
    dismissed: undefined,
    render: ({ close, update }) => html`
      <div class="bar">
        <button aria-label=${host.text('cancel')} @click=${() => close(undefined)}>${closeIcon}</button>
        <h1>${host.text('location.choose')}</h1>
      </div>
      <sampan-location-map
        class="fill"
        .center=${{ latitude: place.latitude, longitude: place.longitude }}
        .tileUrl=${host.settings.mapTileUrl}
        @move=${(event: CustomEvent<Coordinates>) => {
          Object.assign(place, event.detail)
          update()
        }}
      ></sampan-location-map>
      <div class="rows">
        ${textField(host.text('location.name'), (value) => (place.name = value))}
        ${textField(host.text('location.address'), (value) => (place.address = value))}
        <div class="row note">${formatCoordinates(place)}</div>
      </div>
      <button class="primary" @click=${() => close(named(place))}>${host.text('confirm')}</button>
    `,
  })
  if (!chosen) throw new CapabilityError('cancel', { errno: 1 })
  return chosen
}

/** Shows a place. The device's own map program can take over. */
export function showPlace(host: CapabilityHost, place: ChosenPlace, zoom: number): void {
  const title = place.name || host.text('location.place')
  void showSheet<void>(host.overlay, {
    label: title,
    layout: 'full',
    dismissed: undefined,
    render: ({ close }) => html`
      <div class="bar">
        <button aria-label=${host.text('close')} @click=${() => close()}>${closeIcon}</button>
        <h1>${title}</h1>
      </div>
      <sampan-location-map
        class="fill"
        .center=${{ latitude: place.latitude, longitude: place.longitude }}
        .zoom=${zoom}
        .tileUrl=${host.settings.mapTileUrl}
        fixed
      ></sampan-location-map>
      <div class="rows">
        <a class="row" href=${`geo:${place.latitude},${place.longitude}`}>
          <span>${place.address || nothing}<small>${formatCoordinates(place)}</small></span>
        </a>
      </div>
    `,
  })
}

function textField(label: string, onInput: (value: string) => void) {
  return html`<label class="field"
    ><span>${label}</span>
    <input type="text" @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)} />
  </label>`
}

/** A place without a name is called by its coordinates: programs show the name. */
function named(place: ChosenPlace): ChosenPlace {
  return { ...place, name: place.name.trim() || formatCoordinates(place), address: place.address.trim() }
}

function formatCoordinates({ latitude, longitude }: Coordinates): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
