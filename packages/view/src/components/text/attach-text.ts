import { addComponentStyles } from '../page-styles/page-styles'
import { displayText, type TextOptions } from './display-text'

const rawTexts = new WeakMap<Text, { raw: string; shown: string }>()

/**
 * Keeps the texts below a plain `wx-text` as `space`, `decode` and `max-lines` want them, while operations go on
 * setting the raw ones. To be called when the element gets one of these attributes, with a function that reads what
 * they are now; call `refresh` when one of them changes.
 */
export function attachText(
  element: HTMLElement,
  readProperties: () => Readonly<Record<string, unknown>>,
): { refresh(): void } {
  const observer = new MutationObserver(refresh)
  observer.observe(element, { childList: true, characterData: true, subtree: true })
  function refresh(): void {
    const properties = readProperties()
    const options = { space: String(properties.space ?? ''), decode: Boolean(properties.decode) }
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) showText(node as Text, options)
    limitLines(element, properties['max-lines'])
    observer.takeRecords()
  }
  refresh()
  return { refresh }
}

function showText(node: Text, options: TextOptions): void {
  const known = rawTexts.get(node)
  const raw = known && known.shown === node.data ? known.raw : node.data
  const shown = displayText(raw, options)
  rawTexts.set(node, { raw, shown })
  if (shown !== node.data) node.data = shown
}

const knownLimits = new Set<number>()

/** By a rule for each number, for the `style` attribute is the program's. */
function limitLines(element: HTMLElement, lines: unknown): void {
  const limit = Number.parseInt(String(lines ?? ''), 10)
  element.removeAttribute('data-max-lines')
  if (!(limit > 0 && limit <= 1000)) return
  element.setAttribute('data-max-lines', String(limit))
  if (knownLimits.has(limit)) return
  knownLimits.add(limit)
  addComponentStyles(`wx-text[data-max-lines='${limit}'] { -webkit-line-clamp: ${limit}; }\n`)
}
