import { h } from '../dom/create-element'
import { createField, createForm, createLinkButton } from '../screen/form'
import { createScreen } from '../screen/screen'
import type { Texts } from '../texts'
import { request, RequestProblem } from './request'

export interface SignInParts {
  texts: Texts
  onBack(): void
  onSignedIn(): void
}

/** By password (and the second factor of accounts that have one), or by a code to one's email or phone. */
export function createSignInScreen({ texts, onBack, onSignedIn }: SignInParts): HTMLElement {
  const place = h('div', { className: 'sign-in' })
  const email = createField({ label: texts.get('email'), type: 'email', autocomplete: 'username' })
  const post = <Answer = unknown>(path: string, body: object) => request<Answer>(`/api/auth/${path}`, body)

  function show(form: HTMLFormElement, text: string): void {
    place.replaceChildren(h('p', { className: 'soft' }, text), form)
    form.querySelector('input')?.focus()
  }

  function showPassword(): void {
    const password = createField({
      label: texts.get('password'),
      type: 'password',
      autocomplete: 'current-password',
    })
    const form = createForm({
      texts,
      fields: [email, password],
      submit: texts.get('sign-in'),
      async run() {
        const body = { email: email.input.value.trim(), password: password.input.value }
        const { twoFactorRedirect } = await post<{ twoFactorRedirect?: boolean }>('sign-in/email', body)
        if (twoFactorRedirect) showSecondFactor('totp')
        else onSignedIn()
      },
      more: [
        createLinkButton(texts.get('sign-in.by-code'), showRecipient),
        h('p', { className: 'soft' }, texts.get('sign-in.none'), ' ', createConsoleLink()),
      ],
    })
    show(form, texts.get('sign-in.text'))
  }

  function createConsoleLink(): HTMLElement {
    return h('a', { href: '/console/' }, texts.get('sign-in.console'))
  }

  function showSecondFactor(kind: 'totp' | 'backup-code'): void {
    const code = createCodeField(kind === 'totp' ? 'code' : 'backup-code')
    const form = createForm({
      texts,
      fields: [code],
      submit: texts.get('confirm'),
      async run() {
        await post(`two-factor/verify-${kind}`, { code: code.input.value.trim() })
        onSignedIn()
      },
      more: [
        kind === 'totp' &&
          createLinkButton(texts.get('use-backup-code'), () => showSecondFactor('backup-code')),
        createLinkButton(texts.get('other-account'), showPassword),
      ],
    })
    show(form, texts.get('second-factor.text'))
  }

  function showRecipient(): void {
    const recipient = createField({
      label: texts.get('email-or-phone'),
      autocomplete: 'username',
      value: email.input.value,
    })
    const form = createForm({
      texts,
      fields: [recipient],
      submit: texts.get('send-code'),
      async run() {
        const to = recipient.input.value.replace(/\s/g, '')
        if (to.includes('@')) await post('email-otp/send-verification-otp', { email: to, type: 'sign-in' })
        else await post('phone-number/send-otp', { phoneNumber: to })
        showCode(to)
      },
      more: [createLinkButton(texts.get('sign-in.by-password'), showPassword)],
    })
    show(form, texts.get('send-code.text'))
  }

  function showCode(to: string): void {
    const code = createCodeField('code')
    const form = createForm({
      texts,
      fields: [code],
      submit: texts.get('sign-in'),
      async run() {
        const given = code.input.value.trim()
        try {
          if (to.includes('@')) await post('sign-in/email-otp', { email: to, otp: given })
          else await post('phone-number/verify', { phoneNumber: to, code: given })
        } catch (error) {
          // The code was right, and is not enough for this account.
          if (error instanceof RequestProblem && error.code === 'PASSWORD_FIRST') showPassword()
          throw error
        }
        onSignedIn()
      },
      more: [
        createLinkButton(texts.get('send-code.again'), showRecipient),
        createLinkButton(texts.get('sign-in.by-password'), showPassword),
      ],
    })
    show(form, texts.get('code.sent', { recipient: to }))
  }

  function createCodeField(label: 'code' | 'backup-code') {
    const isNumber = label === 'code'
    return createField({
      label: texts.get(label),
      autocomplete: 'one-time-code',
      inputMode: isNumber ? 'numeric' : 'text',
    })
  }

  queueMicrotask(showPassword)
  return createScreen({ title: texts.get('sign-in'), texts, onBack, content: [place] })
}
