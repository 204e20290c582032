/** A sheet for the shadow roots of one kind of component: parsed once, shared by all of them. */
export function createSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** Markup for shadow roots: parsed once, cloned for each element. */
export function createMarkup(html: string): () => DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return () => template.content.cloneNode(true) as DocumentFragment
}

export function attachShadow(
  host: HTMLElement,
  sheet: CSSStyleSheet,
  markup: () => DocumentFragment,
  options: Partial<ShadowRootInit> = {},
): ShadowRoot {
  const root = host.attachShadow({ mode: 'open', ...options })
  root.adoptedStyleSheets = [sheet]
  root.append(markup())
  return root
}

/**
 * Rules for components without a shadow root. Sheets of the document that are adopted come after the program's own:
 * selectors of hosts are written with `:where()`, so that any rule of the program wins.
 */
export function addPageStyles(css: string): void {
  document.adoptedStyleSheets.push(createSheet(css))
}
