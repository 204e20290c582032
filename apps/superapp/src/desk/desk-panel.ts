import type { ProgramSummary, SuperappConfig } from '@sampan/platform-api'
import encodeQR from 'qr'
import { h } from '../dom/create-element'
import { createMark } from '../dom/icons'
import { formatRoute } from '../route'
import type { Texts } from '../texts'

export interface DeskPanel {
  readonly element: HTMLElement
  /** What the phone shows: a program, or home. */
  show(program: ProgramSummary | undefined, texts: Texts): void
}

/** Beside the device on a desktop: what runs in it, and a code that opens it on a phone. */
export function createDeskPanel({ networkUrl }: Pick<SuperappConfig, 'networkUrl'>): DeskPanel {
  const element = h('aside', { className: 'desk' })
  return {
    element,
    show(program, texts) {
      const url = linkFor(program, networkUrl)
      const code = h('div', {
        className: 'qr',
        innerHTML: encodeQR(url, 'svg', { border: 2 }),
        attributes: { role: 'img', 'aria-label': texts.get('desk.qr', { url }) },
      })
      element.replaceChildren(
        h('div', { className: 'desk-brand' }, createMark(), 'Sampan'),
        h('h2', {}, program ? texts.pick(program.name) : texts.get('desk.home.title')),
        h('p', {}, program ? texts.pick(program.intro) : texts.get('desk.home.text')),
        code,
        h('p', { className: 'desk-hint' }, texts.get('desk.scan')),
        h('p', { className: 'desk-url' }, url),
      )
    },
  }
}

/** `localhost` is another computer for a phone. */
function linkFor(program: ProgramSummary | undefined, networkUrl: string | undefined): string {
  const isLocal = /^(localhost|127\.|\[::1\])/.test(location.hostname)
  const base = isLocal && networkUrl ? networkUrl : `${location.origin}/`
  return program
    ? base + formatRoute({ screen: 'program', appId: program.appId, path: '', version: '' })
    : base
}
