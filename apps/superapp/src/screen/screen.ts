import { h } from '../dom/create-element'
import { createIcon } from '../dom/icons'
import type { Texts } from '../texts'

export interface ScreenParts {
  title: string
  texts: Texts
  onBack(): void
  content: (Node | string | undefined | false)[]
}

/** A screen over home, with its title and the way back. */
export function createScreen({ title, texts, onBack, content }: ScreenParts): HTMLElement {
  const back = h(
    'button',
    {
      type: 'button',
      className: 'icon-button',
      onclick: onBack,
      attributes: { 'aria-label': texts.get('back') },
    },
    createIcon('back'),
  )
  return h(
    'main',
    { className: 'screen', attributes: { 'aria-label': title } },
    h('header', { className: 'screen-bar' }, back, h('h1', {}, title)),
    h('div', { className: 'screen-content' }, ...content),
  )
}
