import { followDrag } from '../dragging/follow-drag'
import type { PlayerParts } from './player-shadow'

export function formatTime(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '00:00'
  const whole = Math.floor(seconds)
  const two = (number: number): string => String(number).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
  return hours > 0 ? `${two(hours)}:${rest}` : rest
}

/** Shows times and the buffered part. `seeking` is where the user's finger is, in seconds. */
export function showProgress(parts: PlayerParts, duration: number, seeking: number | undefined): void {
  const { video } = parts
  const now = seeking ?? video.currentTime
  const share = (seconds: number): string =>
    duration > 0 && Number.isFinite(duration) ? `${Math.min(100, (seconds / duration) * 100)}%` : '0%'
  parts.time!.textContent = formatTime(now)
  parts.duration!.textContent = formatTime(duration)
  parts.played!.style.width = share(now)
  parts.buffered!.style.width = share(bufferedEnd(video))
  ;(parts.line!.firstElementChild as HTMLElement).style.width = share(now)
}

export function bufferedEnd(video: HTMLVideoElement): number {
  const { buffered, currentTime } = video
  for (let i = buffered.length - 1; i >= 0; i--) if (buffered.start(i) <= currentTime) return buffered.end(i)
  return 0
}

/** Press or drag on the rail. */
export function followRail(
  rail: HTMLElement,
  duration: () => number,
  report: (seconds: number, done: boolean) => void,
): void {
  const secondsAt = (clientX: number): number => {
    const { left, width } = rail.getBoundingClientRect()
    return Math.max(0, Math.min(1, (clientX - left) / width)) * duration()
  }
  let last = 0
  followDrag(rail, {
    axes: () => (duration() > 0 && Number.isFinite(duration()) ? 'x' : 'none'),
    begin: () => true,
    move(_dx, _dy, event) {
      last = secondsAt(event.clientX)
      report(last, false)
    },
    end: () => report(last, true),
  })
  rail.addEventListener('click', (event) => {
    if (duration() > 0 && Number.isFinite(duration())) report(secondsAt(event.clientX), true)
  })
}
