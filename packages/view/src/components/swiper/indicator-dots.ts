export interface DotsLook {
  shown: boolean
  vertical: boolean
  color: string
  activeColor: string
  count: number
  current: number
  /** Slides that are seen at once; each has an active dot. */
  atOnce: number
}

export function renderDots(dots: HTMLElement, look: DotsLook): void {
  dots.hidden = !look.shown
  if (!look.shown) return
  dots.classList.toggle('vertical', look.vertical)
  dots.style.setProperty('--dot', look.color)
  dots.style.setProperty('--active-dot', look.activeColor)
  while (dots.childElementCount > look.count) dots.lastElementChild?.remove()
  while (dots.childElementCount < look.count) dots.append(document.createElement('i'))
  ;[...dots.children].forEach((dot, index) => {
    const ahead = (index - look.current + look.count) % look.count
    dot.classList.toggle('active', ahead < look.atOnce)
  })
}
