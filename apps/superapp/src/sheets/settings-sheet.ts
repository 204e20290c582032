import { h } from '../dom/create-element'
import type { PersonalStore } from '../personal/personal-store'
import type { Texts } from '../texts'
import { openSheet } from './sheet'

export interface SettingsParts {
  host: HTMLElement
  texts: Texts
  personal: PersonalStore
}

export function openSettingsSheet({ host, texts, personal }: SettingsParts): void {
  const { language, theme } = personal.read()
  const close = openSheet(host, {
    title: texts.get('settings'),
    closeText: texts.get('close'),
    content: [
      createChoice({
        name: 'language',
        label: texts.get('language'),
        // Each language in itself, so that whoever reads it finds it.
        choices: [
          ['system', texts.get('language.system')],
          ['en', 'English'],
          ['zh_CN', '中文'],
        ],
        chosen: language,
        onChoose(choice) {
          close()
          personal.choose({ language: choice })
        },
      }),
      createChoice({
        name: 'theme',
        label: texts.get('theme'),
        choices: [
          ['system', texts.get('theme.system')],
          ['light', texts.get('theme.light')],
          ['dark', texts.get('theme.dark')],
        ],
        chosen: theme,
        onChoose: (choice) => personal.choose({ theme: choice }),
      }),
    ],
  })
}

interface Choice<Value extends string> {
  name: string
  label: string
  choices: [Value, string][]
  chosen: Value
  onChoose(value: Value): void
}

function createChoice<Value extends string>(choice: Choice<Value>): HTMLElement {
  return h(
    'fieldset',
    { className: 'choice' },
    h('legend', {}, choice.label),
    ...choice.choices.map(([value, label]) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: choice.name,
          value,
          checked: value === choice.chosen,
          onchange: () => choice.onChoose(value),
        }),
        h('span', {}, label),
      ),
    ),
  )
}
