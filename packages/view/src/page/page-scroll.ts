import type { FromFrame } from '@sampan/protocol'

/** Tells the worker how far the page has scrolled and when its end comes near. */
export function watchPageScroll(onReachBottomDistancePx: number, post: (message: FromFrame) => void): void {
  let scheduled = false
  let atBottom = false
  let lastTop = 0

  function report(): void {
    scheduled = false
    const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement
    if (scrollTop === lastTop) return
    const isDown = scrollTop > lastTop
    lastTop = scrollTop
    post({ type: 'page-scroll', scrollTop })
    const isNear = scrollHeight - clientHeight - scrollTop <= onReachBottomDistancePx
    if (isNear && !atBottom && isDown) post({ type: 'reach-bottom' })
    atBottom = isNear
  }

  addEventListener(
    'scroll',
    () => {
      if (scheduled) return
      scheduled = true
      requestAnimationFrame(report)
    },
    { passive: true },
  )
  // More content has come: its end may come near again.
  new ResizeObserver(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement
    atBottom = scrollHeight - clientHeight - scrollTop <= onReachBottomDistancePx
  }).observe(document.body)
}

export function scrollPageTo(top: number, durationMs: number): void {
  const page = document.scrollingElement ?? document.documentElement
  const from = page.scrollTop
  if (durationMs <= 0) {
    page.scrollTop = top
    return
  }
  const startMs = performance.now()
  const step = (nowMs: number): void => {
    const progress = Math.min(1, (nowMs - startMs) / durationMs)
    const eased = progress < 0.5 ? 2 * progress * progress : 1 - (2 - 2 * progress) ** 2 / 2
    page.scrollTop = from + (top - from) * eased
    if (progress < 1) requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}
