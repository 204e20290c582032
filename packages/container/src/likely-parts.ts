import { families } from './capabilities/families'
import { loadProgramMenu } from './menu-button'
import { whenIdle } from './when-idle'

/**
 * Fetches what is likely to be wanted next, one thing after the other while there is nothing else to do, so that the
 * first tap is not late. What cannot be had is tried again when it is needed. Answers what calls it off.
 */
export function prefetchLikelyParts(): () => void {
  const likely = Object.values(families).filter(({ isLikely }) => isLikely)
  const loads: (() => Promise<unknown>)[] = [
    loadProgramMenu,
    ...likely.map(({ load }) => load),
    // A connection that is gone is what most problems are about.
    () => import('./interface/problem/problem-screen'),
  ]
  let callOff = whenIdle(fetchNext)
  let isOff = false

  function fetchNext(): void {
    const load = loads.shift()
    if (!load) return
    void load()
      .catch(() => undefined)
      .then(() => {
        if (!isOff) callOff = whenIdle(fetchNext)
      })
  }

  return () => {
    isOff = true
    callOff()
  }
}
