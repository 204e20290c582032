import { explainProblem } from '../account/auth-problem'
import { h } from '../dom/create-element'
import type { Texts } from '../texts'

export interface FieldParts {
  label: string
  type?: 'text' | 'email' | 'password' | 'tel'
  autocomplete?: AutoFill
  inputMode?: 'numeric' | 'text'
  value?: string
}

export interface Field {
  readonly element: HTMLElement
  readonly input: HTMLInputElement
}

export function createField({
  label,
  type = 'text',
  inputMode = 'text',
  value = '',
  ...rest
}: FieldParts): Field {
  const input = h('input', {
    type,
    value,
    required: true,
    autocomplete: rest.autocomplete ?? 'off',
    autocapitalize: 'off',
    ...(inputMode === 'numeric' && { inputMode }),
  })
  return { element: h('label', { className: 'field' }, h('span', {}, label), input), input }
}

export interface FormParts {
  texts: Texts
  fields: Field[]
  submit: string
  /** What goes wrong in it is told in the form. */
  run(): Promise<void>
  more?: (Node | false)[]
}

export function createForm({ texts, fields, submit, run, more = [] }: FormParts): HTMLFormElement {
  const problem = h('p', { className: 'problem', hidden: true, attributes: { role: 'alert' } })
  const button = h('button', { type: 'submit', className: 'button' }, submit)
  const form = h('form', {}, ...fields.map(({ element }) => element), problem, button, ...more)
  form.onsubmit = (event) => {
    event.preventDefault()
    void send()
  }
  async function send(): Promise<void> {
    button.disabled = true
    problem.hidden = true
    try {
      await run()
    } catch (error) {
      problem.textContent = explainProblem(error, texts)
      problem.hidden = false
    } finally {
      button.disabled = false
    }
  }
  return form
}

export function createLinkButton(label: string, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', className: 'link-button', onclick }, label)
}
