/**
 * Lets messages through at a rate that no honest program reaches, drops what is above, and says when the sender
 * does not stop: then its port has to be closed, because reading messages only to drop them keeps a page busy too.
 */
export interface FloodGate {
  /** `flood` is answered once. */
  admit(nowMs: number): 'pass' | 'drop' | 'flood'
  /** Messages dropped since the last call. */
  takeDropped(): number
}

export interface FloodLimits {
  perSecond: number
  burst: number
  /** Messages dropped without a quiet second in between, until it is a flood. */
  toleratedDrops: number
}

const QUIET_MS = 1_000

export function createFloodGate(limits: FloodLimits): FloodGate {
  let tokens = limits.burst
  let lastMs = 0
  let lastDropMs = 0
  let dropsInARow = 0
  let dropped = 0
  let flooded = false
  return {
    admit(nowMs) {
      tokens = Math.min(limits.burst, tokens + ((nowMs - lastMs) / 1000) * limits.perSecond)
      lastMs = nowMs
      if (tokens >= 1) {
        tokens -= 1
        return 'pass'
      }
      if (nowMs - lastDropMs > QUIET_MS) dropsInARow = 0
      lastDropMs = nowMs
      dropsInARow += 1
      dropped += 1
      if (dropsInARow <= limits.toleratedDrops || flooded) return 'drop'
      flooded = true
      return 'flood'
    },
    takeDropped() {
      const count = dropped
      dropped = 0
      return count
    },
  }
}
