export interface EdgeState {
  position: number
  /** Size of the visible part, px. */
  viewport: number
  /** Size of the content, px. */
  total: number
}

/**
 * Tells when one axis of a scroller comes within a threshold of an end. An end is reported once each time the user
 * gets there: again after leaving it, turning round in it, or after the content has grown.
 */
export function createEdgeWatch(
  report: (edge: 'upper' | 'lower') => void,
): (state: EdgeState, upperPx: number, lowerPx: number) => void {
  let last: EdgeState = { position: 0, viewport: 0, total: 0 }
  const armed = { upper: true, lower: true }

  return (state, upperPx, lowerPx) => {
    const delta = state.position - last.position
    if (state.total !== last.total) armed.lower = true
    last = state
    if (delta === 0) return
    const inUpper = state.position <= upperPx
    const inLower = state.position + state.viewport + lowerPx >= state.total - 1
    if (delta > 0 || !inUpper) armed.upper = true
    if (delta < 0 || !inLower) armed.lower = true
    if (delta < 0 && inUpper && armed.upper) {
      armed.upper = false
      report('upper')
    }
    if (delta > 0 && inLower && armed.lower) {
      armed.lower = false
      report('lower')
    }
  }
}
