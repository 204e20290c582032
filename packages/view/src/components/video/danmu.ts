export interface Danmu {
  text: string
  color: string
  /** Second of the video. */
  time: number
}

const CROSSING_MS = 5000
const LANE_PX = 24
const MAX_AT_ONCE = 100

/** Comments that cross the picture. */
export function createDanmuLayer(layer: HTMLElement): {
  show(danmu: Pick<Danmu, 'text' | 'color'>): void
  clear(): void
} {
  let lane = 0
  return {
    show({ text, color }) {
      if (layer.childElementCount >= MAX_AT_ONCE) return
      const lanes = Math.max(1, Math.floor(layer.clientHeight / LANE_PX))
      const comment = document.createElement('span')
      comment.textContent = text
      comment.style.color = color
      comment.style.top = `${(lane++ % lanes) * LANE_PX + 4}px`
      layer.append(comment)
      const crossing = comment.animate(
        [
          { transform: 'translateX(0)' },
          { transform: `translateX(-${layer.clientWidth + comment.offsetWidth}px)` },
        ],
        CROSSING_MS,
      )
      crossing.onfinish = () => comment.remove()
    },
    clear() {
      layer.replaceChildren()
    },
  }
}

export function readDanmuList(value: unknown): Danmu[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    .map(({ text, color, time }) => ({
      text: String(text ?? ''),
      color: typeof color === 'string' ? color : '#fff',
      time: Number(time) || 0,
    }))
}

/** Those between two moments of the video, the first not included. */
export function danmuBetween(list: readonly Danmu[], from: number, to: number): Danmu[] {
  return list.filter(({ time }) => time > from && time <= to)
}
