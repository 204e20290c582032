const VISIBLE_MS = 700
const MIN_LENGTH_PX = 24

/** Thin bars over the content that show while it scrolls, the same on every platform. */
export function createScrollThumbs(frame: HTMLElement, scroller: HTMLElement): () => void {
  const vertical = addThumb(frame, 'thumb vertical')
  const horizontal = addThumb(frame, 'thumb horizontal')
  let hideTimer: ReturnType<typeof setTimeout> | undefined

  return function show() {
    place(vertical, 'height', 'Y', scroller.clientHeight, scroller.scrollHeight, scroller.scrollTop)
    place(horizontal, 'width', 'X', scroller.clientWidth, scroller.scrollWidth, scroller.scrollLeft)
    clearTimeout(hideTimer)
    hideTimer = setTimeout(() => {
      vertical.style.opacity = '0'
      horizontal.style.opacity = '0'
    }, VISIBLE_MS)
  }
}

function addThumb(frame: HTMLElement, className: string): HTMLElement {
  const thumb = document.createElement('div')
  thumb.className = className
  frame.append(thumb)
  return thumb
}

function place(
  thumb: HTMLElement,
  side: 'width' | 'height',
  direction: 'X' | 'Y',
  viewport: number,
  total: number,
  position: number,
): void {
  if (total <= viewport + 1) return
  const length = Math.max(MIN_LENGTH_PX, (viewport * viewport) / total)
  const offset = (position / (total - viewport)) * (viewport - length)
  thumb.style[side] = `${length}px`
  thumb.style.transform = `translate${direction}(${offset}px)`
  thumb.style.opacity = '1'
}
