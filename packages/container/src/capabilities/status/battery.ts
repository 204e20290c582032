import type { CapabilityHost } from '../capability'

/** Of the browsers that have it. */
interface BatteryManager extends EventTarget {
  charging: boolean
  /** 0 to 1 */
  level: number
}

/** Keeps `environment.battery` up to date where the browser tells. Returns what ends it. */
export function watchBattery(host: CapabilityHost): () => void {
  const stop = new AbortController()
  const { getBattery } = navigator as Navigator & { getBattery?(): Promise<BatteryManager> }
  getBattery?.call(navigator).then(
    (battery) => {
      if (stop.signal.aborted) return
      const tell = () => host.updateEnvironment({ battery: describe(battery) })
      tell()
      const options = { signal: stop.signal }
      battery.addEventListener('levelchange', tell, options)
      battery.addEventListener('chargingchange', tell, options)
    },
    () => undefined, // refused by the embedding page's permissions policy: programs see an assumed battery
  )
  return () => stop.abort()
}

function describe(battery: BatteryManager) {
  return {
    level: Math.round(battery.level * 100),
    isCharging: battery.charging,
    isLowPowerModeEnabled: false,
  }
}
