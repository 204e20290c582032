/** Degrees. */
export interface Coordinates {
  latitude: number
  longitude: number
}

const EARTH_RADIUS_M = 6_378_245
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943

/** What maps in China use: WGS-84 with an offset that is fixed for each place, and none abroad. */
export function wgs84ToGcj02(place: Coordinates): Coordinates {
  if (!isInChina(place)) return place
  const x = place.longitude - 105
  const y = place.latitude - 35
  const latitudeRadians = (place.latitude / 180) * Math.PI
  const sine = Math.sin(latitudeRadians)
  const magic = 1 - ECCENTRICITY_SQUARED * sine * sine
  const root = Math.sqrt(magic)
  const metresPerLatitude = ((EARTH_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / (magic * root)) * (Math.PI / 180)
  const metresPerLongitude = (EARTH_RADIUS_M / root) * Math.cos(latitudeRadians) * (Math.PI / 180)
  return {
    latitude: place.latitude + latitudeOffsetM(x, y) / metresPerLatitude,
    longitude: place.longitude + longitudeOffsetM(x, y) / metresPerLongitude,
  }
}

function latitudeOffsetM(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    wave([20, 6, x], [20, 2, x]) +
    wave([20, 1, y], [40, 1 / 3, y]) +
    wave([160, 1 / 12, y], [320, 1 / 30, y])
  )
}

function longitudeOffsetM(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    wave([20, 6, x], [20, 2, x]) +
    wave([20, 1, x], [40, 1 / 3, x]) +
    wave([150, 1 / 12, x], [300, 1 / 30, x])
  )
}

/** Two thirds of a sum of sines, each as amplitude, frequency and place. */
function wave(...parts: [amplitude: number, frequency: number, at: number][]): number {
  return (
    parts.reduce(
      (sum, [amplitude, frequency, at]) => sum + amplitude * Math.sin(at * frequency * Math.PI),
      0,
    ) *
    (2 / 3)
  )
}

function isInChina({ latitude, longitude }: Coordinates): boolean {
  return longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271
}

/** Good to a few kilometres. */
export function blurCoordinates({ latitude, longitude }: Coordinates): Coordinates {
  const round = (degrees: number) => Math.round(degrees * 20) / 20
  return { latitude: round(latitude), longitude: round(longitude) }
}
