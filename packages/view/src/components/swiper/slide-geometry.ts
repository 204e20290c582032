/**
 * Positions of slides, in units of one slide. In a ring positions go on without end in both directions and slide `i`
 * stands at `i`, `i + count`, `i - count` …
 */
export interface SlideTrack {
  count: number
  /** Slides that are seen at once. */
  shown: number
  ring: boolean
}

/** Highest position that a track without a ring can rest on. */
export function lastPosition(track: SlideTrack): number {
  return Math.max(0, track.count - track.shown)
}

/** Highest index that a swiper moves to. */
export function lastIndex(track: SlideTrack): number {
  return track.ring ? track.count - 1 : lastPosition(track)
}

/**
 * `snap-to-edge`: how much of the margins before and after the first and the last slide go without, as shares of both.
 */
export function edgeShares(track: SlideTrack, position: number): { start: number; end: number } {
  return {
    start: Math.max(0, 1 - Math.max(0, position)),
    end: Math.max(0, 1 - Math.max(0, lastPosition(track) - position)),
  }
}

export function indexAt(track: SlideTrack, position: number): number {
  const rounded = Math.round(position)
  if (track.ring) return ((rounded % track.count) + track.count) % track.count
  return Math.max(0, Math.min(rounded, track.count - 1))
}

/** Where slide `index` has to stand so that the viewport at `position` shows it. */
export function slidePosition(track: SlideTrack, index: number, position: number): number {
  if (!track.ring) return index
  const centre = position + (track.shown - 1) / 2
  return index + track.count * Math.round((centre - index) / track.count)
}

/**
 * Position that shows slide `index`, coming from `from`: forwards, backwards, or the nearer way round.
 */
export function targetPosition(
  track: SlideTrack,
  index: number,
  from: number,
  direction: 'forward' | 'backward' | 'nearest',
): number {
  if (!track.ring) return Math.min(index, lastPosition(track))
  const rest = Math.round(from)
  let target = index + track.count * Math.floor((rest - index) / track.count)
  if (direction === 'backward') return target < rest ? target : target - track.count
  if (target <= rest) target += track.count
  if (direction === 'forward') return target
  return target - from <= track.count / 2 ? target : target - track.count
}

/** Beyond the ends a drag moves less and less, half a slide at most. */
export function resistEnds(track: SlideTrack, position: number): number {
  if (track.ring) return position
  const last = lastPosition(track)
  if (position < 0) return -soften(-position)
  return position > last ? last + soften(position - last) : position
}

function soften(distance: number): number {
  return 0.5 - 0.25 / (distance + 0.5)
}

const FLICK_PX_PER_MS = 0.3
const GLIDE_MS = 120

/** Where a drag that ends at `position` settles; `velocity` in px per ms towards higher positions. */
export function settlePosition(
  track: SlideTrack,
  start: number,
  position: number,
  velocity: number,
  slidePx: number,
): number {
  const rest = Math.round(start)
  const glided = position + (velocity * GLIDE_MS) / slidePx
  let target = Math.round(glided)
  if (target === rest && Math.abs(velocity) > FLICK_PX_PER_MS && (position - start) * velocity > 0) {
    target += Math.sign(velocity)
  }
  const reach = Math.max(1, Math.round(Math.abs(position - start)))
  target = Math.max(rest - reach, Math.min(target, rest + reach))
  return track.ring ? target : Math.max(0, Math.min(target, lastPosition(track)))
}
