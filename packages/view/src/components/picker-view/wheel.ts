/** Movement of a picker wheel. Turns are px, an item height for each index; velocities px per ms. */

/** Beyond the first and the last item it follows the finger only in part. */
export function bendAtEnds(turn: number, lastTurn: number): number {
  if (turn < 0) return turn / 3
  if (turn > lastTurn) return lastTurn + (turn - lastTurn) / 3
  return turn
}

/** px per ms², the speed that friction takes away */
const friction = 0.003

/** Where a wheel that is let go at this velocity comes to rest. */
export function landingIndex(turn: number, velocity: number, itemHeight: number, itemCount: number): number {
  const run = (Math.sign(velocity) * velocity ** 2) / (2 * friction)
  const index = nearestIndex(turn + run, itemHeight)
  return Math.max(0, Math.min(index, itemCount - 1))
}

export function nearestIndex(turn: number, itemHeight: number): number {
  return Math.round(turn / itemHeight)
}

/** Long runs take longer, but never long. */
export function settleTimeMs(distance: number): number {
  const length = Math.abs(distance)
  return length < 1 ? 0 : Math.min(180 + Math.sqrt(length) * 25, 1000)
}
