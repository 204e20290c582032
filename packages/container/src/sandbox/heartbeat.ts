/**
 * Notices a worker that spins: it is asked for a sign of life every two seconds while the program is on the screen,
 * and may owe it for as long as patience lasts.
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
  let waitingSinceMs: number | undefined
  let silent = false
  const timer = setInterval(() => {
    const nowMs = performance.now()
    if (!parts.isWatching()) {
      waitingSinceMs = undefined
      return
    }
    if (waitingSinceMs === undefined) {
      waitingSinceMs = nowMs
      parts.ping()
    } else if (!silent && nowMs - waitingSinceMs >= parts.patienceMs - INTERVAL_MS / 2) {
      silent = true
      parts.onSilence()
    }
  }, INTERVAL_MS)
  return {
    pong() {
      waitingSinceMs = undefined
      if (!silent) return
      silent = false
      parts.onRecovery()
    },
    stop: () => clearInterval(timer),
  }
}
