/** dragstart, dragging and dragend of an enhanced scroll-view: scrolling while a finger or the mouse is down. */
export function createDragReporter(
  scroller: HTMLElement,
  emit: (name: 'dragstart' | 'dragging' | 'dragend', detail: unknown) => void,
): { scrolled(): void } {
  let pressed = false
  let dragging = false
  let last = { time: 0, left: 0, top: 0 }
  let velocity = { x: 0, y: 0 }

  const position = () => ({ scrollTop: scroller.scrollTop, scrollLeft: scroller.scrollLeft })
  const press = () => (pressed = true)
  const release = () => {
    pressed = false
    if (!dragging) return
    dragging = false
    emit('dragend', { ...position(), velocity })
  }

  scroller.addEventListener('touchstart', press, { passive: true })
  scroller.addEventListener('touchend', release, { passive: true })
  scroller.addEventListener('touchcancel', release, { passive: true })
  scroller.addEventListener('mousedown', () => {
    press()
    addEventListener('mouseup', release, { once: true })
  })

  return {
    scrolled() {
      const now = performance.now()
      const elapsed = Math.max(1, now - last.time)
      const { scrollLeft: left, scrollTop: top } = scroller
      velocity = { x: (left - last.left) / elapsed, y: (top - last.top) / elapsed }
      last = { time: now, left, top }
      if (!pressed) return
      if (!dragging) {
        dragging = true
        velocity = { x: 0, y: 0 }
        emit('dragstart', position())
      }
      emit('dragging', { ...position(), velocity })
    },
  }
}
