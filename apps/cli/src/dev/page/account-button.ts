import encodeQrCode from 'qr'
import { h } from '../../preview/page/create-element'
import type { Texts } from '../../preview/page/texts'
import type { AccountState } from '../../preview/page/account-state'

const LOOK_EVERY_MS = 2000

/** Who is signed in at the platform; nobody: a code to be scanned with the phone. */
export function createAccountButton(texts: Texts): HTMLElement {
  const button = h('button', { type: 'button', className: 'account', hidden: true })
  const dialog = h('dialog', { className: 'account-dialog' })
  let timer: ReturnType<typeof setTimeout> | undefined
  button.onclick = () => void ask('POST', '/account/sign-in')
  document.body.append(dialog)
  void ask('GET', '/account')

  async function ask(method: 'GET' | 'POST', path: string): Promise<void> {
    const response = await fetch(path, { method }).catch(() => undefined)
    // Devices other than this computer have no part in it.
    if (response?.ok) show((await response.json()) as AccountState, method === 'POST')
  }

  function show(account: AccountState, isAsked: boolean): void {
    button.hidden = account.state === 'unreachable'
    button.disabled = account.state === 'signed-in'
    button.textContent = account.state === 'signed-in' ? account.name : texts.signIn
    button.title = account.server
    if (account.state !== 'waiting') return dialog.close()
    if (isAsked) showCode(account)
    clearTimeout(timer)
    timer = setTimeout(() => void ask('GET', '/account'), LOOK_EVERY_MS)
  }

  function showCode({ url, code, server }: Extract<AccountState, { state: 'waiting' }>): void {
    const picture = h('div', { className: 'account-code' })
    picture.innerHTML = encodeQrCode(url, 'svg', { border: 2 })
    picture.setAttribute('role', 'img')
    picture.setAttribute('aria-label', url)
    dialog.replaceChildren(
      h('h2', {}, texts.signIn),
      h('p', {}, texts.scan),
      picture,
      h('p', {}, h('b', {}, code)),
      h('p', {}, h('a', { href: url, target: '_blank' }, server)),
      h('button', { type: 'button', onclick: () => dialog.close() }, texts.dismiss),
    )
    dialog.showModal()
  }

  return button
}
