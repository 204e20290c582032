/**
 * Notices a worker that spins: it is asked for a sign of life every two seconds while the program is on the screen,
 * and may owe it for as long as patience lasts. Time in which the host itself did not run (a machine under load, a
 * laptop that slept) is nobody's silence.
 */
export interface Heartbeat {
  pong(): void
  stop(): void
}

const INTERVAL_MS = 2_000
/** For people. Automation runs many programs at once and waits longer. */
export const PATIENCE_MS = 5_000
export const AUTOMATION_PATIENCE_MS = 30_000

export function startHeartbeat(parts: {
  patienceMs: number
  ping(): void
  isWatching(): boolean
  onSilence(): void
  onRecovery(): void
}): Heartbeat {
  let silenceMs: number | undefined
  let silent = false
  let lastTickMs = performance.now()
  const timer = setInterval(() => {
    const nowMs = performance.now()
    const passedMs = Math.min(nowMs - lastTickMs, INTERVAL_MS)
    lastTickMs = nowMs
    if (!parts.isWatching()) {
      silenceMs = undefined
      return
    }
    if (silenceMs === undefined) {
      silenceMs = 0
      parts.ping()
      return
    }
    silenceMs += passedMs
    if (!silent && silenceMs >= parts.patienceMs - INTERVAL_MS * 0.75) {
      silent = true
      parts.onSilence()
    }
  }, INTERVAL_MS)
  return {
    pong() {
      silenceMs = undefined
      if (!silent) return
      silent = false
      parts.onRecovery()
    },
    stop: () => clearInterval(timer),
  }
}
