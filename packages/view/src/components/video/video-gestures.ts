import { followDrag } from '../dragging/follow-drag'
import { formatTime } from './player-bar'
import type { PlayerParts } from './player-shadow'

export interface GestureSettings {
  progress: boolean
  volumeAndLight: boolean
  duration: number
}

/** What is left to the browser. */
export function touchActionFor({ progress, volumeAndLight }: GestureSettings): string {
  if (progress) return volumeAndLight ? 'none' : 'pan-y'
  return volumeAndLight ? 'pan-x' : 'auto'
}

/** px of a vertical drag from silence to full volume */
const FULL_SLIDE_PX = 200

/**
 * Drags on the picture: sideways to another time; up and down for the volume (right half) and the brightness (left
 * half, by a filter on the picture).
 */
export function followPicture(
  parts: PlayerParts,
  settings: () => GestureSettings,
  seek: (seconds: number, done: boolean) => void,
): void {
  const player = parts.player!
  const { video } = parts
  let light = 1
  let mode: 'seek' | 'volume' | 'light' = 'seek'
  let from = 0
  let value = 0

  followDrag(player, {
    axes: () => {
      const { progress, volumeAndLight, duration } = settings()
      const seeks = progress && duration > 0 && Number.isFinite(duration)
      if (seeks) return volumeAndLight ? 'both' : 'x'
      return volumeAndLight ? 'y' : 'none'
    },
    begin(axis, _sign, event) {
      if (axis === 'x') {
        mode = 'seek'
        from = video.currentTime
      } else {
        const { left, width } = player.getBoundingClientRect()
        mode = event.clientX - left > width / 2 ? 'volume' : 'light'
        from = mode === 'volume' ? video.volume : light
      }
      value = from
      return true
    },
    move(dx, dy) {
      if (mode === 'seek') {
        const { duration } = settings()
        value = clamp(from + (dx / player.clientWidth) * Math.min(duration, 120), 0, duration)
        seek(value, false)
        hint(`${formatTime(value)} / ${formatTime(duration)}`)
        return
      }
      value = clamp(from - dy / FULL_SLIDE_PX, mode === 'light' ? 0.2 : 0, 1)
      if (mode === 'volume') video.volume = value
      else {
        light = value
        video.style.filter = value === 1 ? '' : `brightness(${value})`
      }
      hint(`${mode === 'volume' ? '♪' : '☀'} ${Math.round(value * 100)} %`)
    },
    end() {
      parts.hint!.hidden = true
      if (mode === 'seek') seek(value, true)
    },
  })

  function hint(text: string): void {
    parts.hint!.textContent = text
    parts.hint!.hidden = false
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
