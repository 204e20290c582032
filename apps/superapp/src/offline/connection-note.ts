import { h } from '../dom/create-element'
import { createIcon } from '../dom/icons'
import type { Texts } from '../texts'

/** A line at the foot of home while there is no connection. */
export function createConnectionNote(): { element: HTMLElement; setTexts(texts: Texts): void } {
  const label = h('span')
  const element = h(
    'div',
    { className: 'connection-note', attributes: { role: 'status' } },
    createIcon('offline'),
    label,
  )
  const show = () => (element.hidden = navigator.onLine)
  addEventListener('online', show)
  addEventListener('offline', show)
  show()
  return { element, setTexts: (texts) => (label.textContent = texts.get('offline')) }
}
