import type { FromFrame } from '@sampan/protocol'

const TRIGGER_PX = 50
const HELD_PX = 60
const MAX_PX = 120

/** Pull-down refresh of the page: three dots above the content, which follows the finger and stays until stopped. */
export function createPullDown(
  enabled: boolean,
  textStyle: 'dark' | 'light',
  post: (message: FromFrame) => void,
) {
  let startY: number | undefined
  let pulled = 0
  let refreshing = false
  let dots: HTMLElement | undefined

  function move(distance: number, animate: boolean): void {
    pulled = distance
    document.body.style.transition = animate ? 'transform 200ms ease-out' : ''
    document.body.style.transform = distance > 0 ? `translateY(${distance}px)` : ''
    if (distance > 0) showDots()
    else if (!animate) hideDots()
    else setTimeout(() => pulled === 0 && hideDots(), 220)
  }

  function showDots(): void {
    if (dots) return
    dots = document.createElement('wx-pull-down-dots')
    dots.dataset.style = textStyle
    for (let i = 0; i < 3; i++) dots.append(document.createElement('i'))
    document.documentElement.append(dots)
  }

  function hideDots(): void {
    dots?.remove()
    dots = undefined
  }

  function start(): void {
    refreshing = true
    dots?.classList.add('running')
    move(HELD_PX, true)
    dots?.classList.add('running')
    post({ type: 'pull-down-refresh' })
  }

  if (enabled) {
    const page = document.scrollingElement ?? document.documentElement
    addEventListener(
      'touchstart',
      (event) => {
        startY = page.scrollTop <= 0 && !refreshing ? event.touches[0]?.clientY : undefined
      },
      { passive: true },
    )
    addEventListener(
      'touchmove',
      (event) => {
        if (startY === undefined || event.defaultPrevented) return
        const distance = (event.touches[0]?.clientY ?? startY) - startY
        if (distance > 0 && page.scrollTop <= 0) {
          if (event.cancelable) event.preventDefault()
          move(Math.min(MAX_PX, distance * 0.5), false)
        } else if (pulled > 0) move(0, false)
      },
      { passive: false },
    )
    addEventListener('touchend', () => {
      if (startY === undefined) return
      startY = undefined
      if (pulled >= TRIGGER_PX) start()
      else if (pulled > 0) move(0, true)
    })
  }

  return {
    start,
    stop(): void {
      refreshing = false
      dots?.classList.remove('running')
      move(0, true)
    },
  }
}
