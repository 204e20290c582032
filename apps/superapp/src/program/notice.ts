import { createMark } from '../dom/icons'
import { h } from '../dom/create-element'

export interface Notice {
  title: string
  text: string
  actions: { label: string; run: () => void; isQuiet?: boolean }[]
}

/** A screen that says what happened and offers a way on. */
export function createNotice({ title, text, actions }: Notice): HTMLElement {
  return h(
    'div',
    { className: 'notice', attributes: { role: 'alert' } },
    createMark(),
    h('h1', {}, title),
    h('p', {}, text),
    ...actions.map(({ label, run, isQuiet }) =>
      h('button', { type: 'button', className: isQuiet ? 'quiet button' : 'button', onclick: run }, label),
    ),
  )
}
