import { h } from '../dom/create-element'
import { createIcon } from '../dom/icons'

export interface Sheet {
  title: string
  closeText: string
  content: (Node | false)[]
}

/**
 * Shows a panel from below over everything of `host`, which is out of reach meanwhile. Escape, the close button and a
 * tap beside it close it; the focus goes back to where it was. Answers a function that closes.
 */
export function openSheet(host: HTMLElement, { title, closeText, content }: Sheet): () => void {
  const before = document.activeElement
  const heading = h('h2', { id: 'sheet-title', tabIndex: -1 }, title)
  const closeButton = h(
    'button',
    { type: 'button', className: 'icon-button', onclick: close, attributes: { 'aria-label': closeText } },
    createIcon('clear'),
  )
  const panel = h(
    'div',
    {
      className: 'sheet',
      attributes: { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': heading.id },
    },
    h('header', {}, heading, closeButton),
    ...content,
  )
  const layer = h(
    'div',
    { className: 'sheet-layer' },
    h('div', { className: 'scrim', onclick: close }),
    panel,
  )
  const covered = [...host.children].filter((child): child is HTMLElement => child instanceof HTMLElement)
  const wasInert = covered.map((element) => element.inert)
  const stop = new AbortController()

  covered.forEach((element) => (element.inert = true))
  host.append(layer)
  heading.focus()
  addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal: stop.signal })

  function close(): void {
    if (stop.signal.aborted) return
    stop.abort()
    layer.remove()
    covered.forEach((element, index) => (element.inert = wasInert[index]!))
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
  return close
}
