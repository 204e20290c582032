import type { SessionInfo } from '@sampan/platform-api'
import { h } from '../dom/create-element'
import { createField, createForm, createLinkButton } from '../screen/form'
import { createScreen } from '../screen/screen'
import type { Texts } from '../texts'
import type { Account } from './account'

export interface MeParts {
  texts: Texts
  session: SessionInfo
  account: Account
  onBack(): void
  /** The name changed, or somebody signed out. */
  onChanged(): void
}

/** Who is signed in on this phone. */
export function createMeScreen({ texts, session, account, onBack, onChanged }: MeParts): HTMLElement {
  const name = createField({ label: texts.get('name'), value: session.name, autocomplete: 'name' })
  name.input.maxLength = 60
  const renaming = createForm({
    texts,
    fields: [name],
    submit: texts.get('save'),
    async run() {
      await account.rename(name.input.value.trim())
      onChanged()
    },
  })
  renaming.hidden = true
  const signOut = createForm({
    texts,
    fields: [],
    submit: texts.get('sign-out'),
    async run() {
      await account.signOut()
      onChanged()
    },
  })
  signOut.querySelector('button')!.classList.add('quiet')
  const rename = createLinkButton(texts.get('rename'), () => {
    renaming.hidden = false
    rename.hidden = true
    name.input.focus()
  })
  const rows: [string, string][] = [
    [texts.get('email'), session.email],
    [texts.get('phone'), session.phone ?? texts.get('phone.none')],
    [texts.get('second-factor'), texts.get(session.hasSecondFactor ? 'on' : 'off')],
  ]
  return createScreen({
    title: texts.get('me'),
    texts,
    onBack,
    content: [
      h(
        'div',
        { className: 'person' },
        createAvatar(session.name),
        h('div', {}, h('h2', {}, session.name), rename),
      ),
      renaming,
      createFacts(rows),
      h('p', { className: 'soft' }, h('a', { href: '/console/#/security' }, texts.get('me.console'))),
      signOut,
    ],
  })
}

/** First letter of a name. Decoration: the name stands beside it. */
function createAvatar(name: string): HTMLElement {
  const [letter = ''] =
    new Intl.Segmenter().segment(name.trim())[Symbol.iterator]().next().value?.segment ?? ''
  return h('span', { className: 'avatar', attributes: { 'aria-hidden': 'true' } }, letter.toUpperCase())
}

export function createFacts(rows: readonly (readonly [string, string])[]): HTMLElement {
  return h(
    'dl',
    { className: 'facts' },
    ...rows.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]),
  )
}
