/** Whether the page of this frame is the one that the user sees. The frame tells; a page starts visible. */
let visible = true
const listeners = new Set<(visible: boolean) => void>()

export function setPageVisible(value: boolean): void {
  if (visible === value) return
  visible = value
  for (const listener of listeners) listener(value)
}

export function isPageVisible(): boolean {
  return visible && !document.hidden
}

/** Returns a function that ends the subscription. */
export function onPageVisibility(listener: (visible: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
