/**
 * Where the pictures of a map come from. Without one, maps show a grid of coordinates: markers, lines and areas are in
 * their right places on it, streets are not there. An operator configures one for all programs of a container.
 */
export interface MapTileSource {
  tileUrl(x: number, y: number, zoom: number): string
  minZoom: number
  maxZoom: number
  /** Who made the map, shown in its corner as most licences ask. */
  attribution: string
}

let current: MapTileSource | undefined
const listeners = new Set<() => void>()

export function setMapTileSource(source: MapTileSource | undefined): void {
  current = source
  for (const listener of listeners) listener()
}

export function mapTileSource(): MapTileSource | undefined {
  return current
}

/** Returns a function that ends the subscription. */
export function onMapTileSource(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** From a URL with `{x}`, `{y}` and `{z}`. */
export function tileSourceOf(
  template: string,
  attribution: string,
  minZoom = 0,
  maxZoom = 19,
): MapTileSource {
  return {
    tileUrl: (x, y, zoom) =>
      template.replace('{x}', String(x)).replace('{y}', String(y)).replace('{z}', String(zoom)),
    minZoom,
    maxZoom,
    attribution,
  }
}
