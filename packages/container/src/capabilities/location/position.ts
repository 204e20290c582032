import { CapabilityError } from '../capability'
import { type Coordinates, wgs84ToGcj02 } from './coordinates'

export type CoordinateType = 'wgs84' | 'gcj02'

export interface LocationResult extends Coordinates {
  /** m/s, -1 if not known */
  speed: number
  /** m */
  accuracy: number
  altitude: number
  verticalAccuracy: number
  horizontalAccuracy: number
}

const TIMEOUT_MS = 20_000

export function readPosition(type: CoordinateType, highAccuracy: boolean): Promise<LocationResult> {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(unavailable())
    navigator.geolocation.getCurrentPosition(
      (position) => resolve(describePosition(position, type)),
      (error) => reject(describeError(error)),
      { enableHighAccuracy: highAccuracy, timeout: TIMEOUT_MS, maximumAge: 10_000 },
    )
  })
}

/** Returns what ends the watch. */
export function watchPosition(
  type: CoordinateType,
  onChange: (location: LocationResult) => void,
  onError: (error: CapabilityError) => void,
): () => void {
  if (!navigator.geolocation) {
    onError(unavailable())
    return () => undefined
  }
  const id = navigator.geolocation.watchPosition(
    (position) => onChange(describePosition(position, type)),
    (error) => onError(describeError(error)),
    { enableHighAccuracy: true },
  )
  return () => navigator.geolocation.clearWatch(id)
}

function describePosition({ coords }: GeolocationPosition, type: CoordinateType): LocationResult {
  const place = { latitude: coords.latitude, longitude: coords.longitude }
  return {
    ...(type === 'gcj02' ? wgs84ToGcj02(place) : place),
    speed: coords.speed ?? -1,
    accuracy: coords.accuracy,
    altitude: coords.altitude ?? 0,
    verticalAccuracy: coords.altitudeAccuracy ?? 0,
    horizontalAccuracy: coords.accuracy,
  }
}

function describeError(error: GeolocationPositionError): CapabilityError {
  switch (error.code) {
    case error.PERMISSION_DENIED:
      return new CapabilityError('system permission denied', { errno: 3, extra: { errCode: 2 } })
    case error.TIMEOUT:
      return new CapabilityError('timeout', { errno: 5, extra: { errCode: 404 } })
    default:
      return unavailable()
  }
}

function unavailable(): CapabilityError {
  return new CapabilityError('ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', { extra: { errCode: 2 } })
}
