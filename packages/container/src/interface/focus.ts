const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), a[href], iframe, [tabindex="0"]'

/** Controls that Tab reaches, in order, also inside open shadow roots. */
export function focusableIn(root: ParentNode): HTMLElement[] {
  const found: HTMLElement[] = []
  for (const child of Array.from(root.children)) {
    if (!(child instanceof HTMLElement) || child.inert || child.hidden) continue
    if (child.matches(FOCUSABLE) && child.tabIndex >= 0) found.push(child)
    if (child.shadowRoot) found.push(...focusableIn(child.shadowRoot))
    found.push(...focusableIn(child))
  }
  return found
}

/** The focused control, also inside open shadow roots. */
export function focusedIn(root: Document | ShadowRoot): HTMLElement | undefined {
  let active = root.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : undefined
}
