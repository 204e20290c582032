import { type CapabilityHost, CapabilityError } from '../capability'

export const SENSORS = ['accelerometer', 'gyroscope', 'compass', 'deviceMotion'] as const
export type Sensor = (typeof SENSORS)[number]

/** As documented for `interval`. */
export const INTERVALS_MS = { game: 20, ui: 60, normal: 200 }

const GRAVITY = 9.80665
const RADIANS = Math.PI / 180

/** iOS adds these. */
interface CompassEvent extends DeviceOrientationEvent {
  webkitCompassHeading?: number
  webkitCompassAccuracy?: number
}
interface AskingEvent {
  requestPermission?(): Promise<'granted' | 'denied'>
}

/** Motion sensors through the browser's events, in WeChat's units. */
export function createSensors(host: CapabilityHost) {
  const running = new Map<Sensor, () => void>()

  function listen(sensor: Sensor, type: string, intervalMs: number, read: (event: Event) => unknown): void {
    let lastMs = 0
    const onEvent = (event: Event) => {
      if (event.timeStamp - lastMs < intervalMs) return
      const payload = read(event)
      if (payload === undefined) return
      lastMs = event.timeStamp
      host.emit(`${sensor}Change`, payload)
    }
    window.addEventListener(type, onEvent)
    running.set(sensor, () => window.removeEventListener(type, onEvent))
  }

  return {
    async start(sensor: Sensor, intervalMs: number): Promise<void> {
      const isMotion = sensor === 'accelerometer' || sensor === 'gyroscope'
      await askPermission(isMotion ? 'DeviceMotionEvent' : 'DeviceOrientationEvent')
      running.get(sensor)?.()
      if (sensor === 'accelerometer') listen(sensor, 'devicemotion', intervalMs, readAcceleration)
      else if (sensor === 'gyroscope') listen(sensor, 'devicemotion', intervalMs, readRotation)
      else if (sensor === 'compass') listen(sensor, compassEvent(), intervalMs, readHeading)
      else listen(sensor, 'deviceorientation', intervalMs, readOrientation)
    },
    stop(sensor: Sensor): void {
      running.get(sensor)?.()
      running.delete(sensor)
    },
    dispose() {
      for (const stop of running.values()) stop()
      running.clear()
    },
  }
}

/** Some browsers ask the user, and only while they handle a tap. */
async function askPermission(name: 'DeviceMotionEvent' | 'DeviceOrientationEvent'): Promise<void> {
  const constructor = (globalThis as unknown as Record<string, AskingEvent | undefined>)[name]
  if (!constructor) throw new CapabilityError('not supported')
  if (!constructor.requestPermission) return
  const answer = await constructor.requestPermission().catch(() => 'denied')
  if (answer !== 'granted') throw new CapabilityError('auth deny')
}

function compassEvent(): string {
  return 'ondeviceorientationabsolute' in window ? 'deviceorientationabsolute' : 'deviceorientation'
}

/** In g, with the sign of a phone's own sensor: lying on its back it measures z = -1. */
function readAcceleration(event: Event) {
  const { x, y, z } = (event as DeviceMotionEvent).accelerationIncludingGravity ?? {}
  if (typeof x !== 'number' || typeof y !== 'number' || typeof z !== 'number') return undefined
  return { x: -x / GRAVITY, y: -y / GRAVITY, z: -z / GRAVITY }
}

/** In radians a second. */
function readRotation(event: Event) {
  const { alpha, beta, gamma } = (event as DeviceMotionEvent).rotationRate ?? {}
  if (typeof alpha !== 'number' || typeof beta !== 'number' || typeof gamma !== 'number') return undefined
  return { x: beta * RADIANS, y: gamma * RADIANS, z: alpha * RADIANS }
}

/** Degrees clockwise from north. */
function readHeading(event: Event) {
  const { alpha, webkitCompassHeading, webkitCompassAccuracy } = event as CompassEvent
  if (typeof webkitCompassHeading === 'number') {
    return { direction: webkitCompassHeading, accuracy: webkitCompassAccuracy ?? -1 }
  }
  if (typeof alpha !== 'number') return undefined
  return { direction: (360 - alpha) % 360, accuracy: 'medium' }
}

function readOrientation(event: Event) {
  const { alpha, beta, gamma } = event as DeviceOrientationEvent
  if (typeof alpha !== 'number') return undefined
  return { alpha, beta: beta ?? 0, gamma: gamma ?? 0 }
}
