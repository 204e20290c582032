import type { CapabilityHost } from '../capability'

/** At brightness 0 the screen is dark, not black. */
const DARKEST = 0.85

/**
 * Brightness and staying awake. A page cannot turn the backlight: less than full brightness is a shade over the
 * program.
 */
export function createScreenControl(host: CapabilityHost) {
  let brightness = 1
  let removeShade: (() => void) | undefined
  let wakeLock: WakeLockSentinel | undefined
  let wanted = false

  async function lock(): Promise<void> {
    try {
      wakeLock = await navigator.wakeLock.request('screen')
      if (!wanted) await wakeLock.release()
    } catch {
      // Not offered, or not now (battery saver, hidden page).
      host.log('warn', host.text('screen may turn off'))
    }
  }

  /** The browser takes the lock away from a hidden page. */
  const onVisible = () => {
    if (wanted && document.visibilityState === 'visible') void lock()
  }
  document.addEventListener('visibilitychange', onVisible)

  return {
    brightness: () => brightness,
    setBrightness(value: number) {
      brightness = Math.min(1, Math.max(0, value))
      removeShade?.()
      removeShade = brightness < 1 ? host.overlay.attach(createShade((1 - brightness) * DARKEST)) : undefined
    },
    async keepOn(on: boolean) {
      wanted = on
      if (on) return lock()
      await wakeLock?.release()
      wakeLock = undefined
    },
    dispose() {
      document.removeEventListener('visibilitychange', onVisible)
      removeShade?.()
      wanted = false
      void wakeLock?.release()
    },
  }
}

function createShade(opacity: number): HTMLElement {
  const shade = document.createElement('div')
  shade.style.cssText = `position:absolute;inset:0;background:#000;opacity:${opacity};pointer-events:none`
  return shade
}
