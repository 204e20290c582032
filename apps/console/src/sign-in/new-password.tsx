import { useState } from 'react'
import { useSessionChange } from '../api/session'
import { useTexts } from '../texts/texts'
import { LinkButton } from '../ui/link-button'
import { EmailField, PasswordField } from './account-fields'
import { authApi } from './auth-api'
import { CodeField } from './code-field'
import type { Step } from './step'
import { StepFrame } from './step-frame'
import { signInTexts } from './texts'

/** For who forgot the password: a code by email, then another password. */
export function NewPassword({ email: given, go }: { email: string; go(step: Step): void }) {
  const t = useTexts(signInTexts)
  const { refresh } = useSessionChange()
  const [email, setEmail] = useState(given)
  const [isSent, setSent] = useState(false)
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const more = <LinkButton onClick={() => go({ name: 'password' })}>{t('signIn')}</LinkButton>
  const send = () => authApi.sendEmailCode(email.trim(), 'forget-password')

  async function change() {
    await authApi.resetPassword(email.trim(), code, password)
    const { twoFactorRedirect } = await authApi.signIn(email.trim(), password)
    if (twoFactorRedirect) return go({ name: 'second-factor' })
    await refresh()
  }

  if (!isSent) {
    return (
      <StepFrame
        title={t('forgot')}
        text={t('forgotText')}
        submit={t('sendCode')}
        run={() => send().then(() => setSent(true))}
        more={more}
      >
        <EmailField value={email} onChange={setEmail} />
      </StepFrame>
    )
  }
  return (
    <StepFrame key="code" title={t('forgot')} text={email} submit={t('change')} run={change} more={more}>
      <CodeField value={code} onChange={setCode} recipient={email} channel="email" sendAgain={send} />
      <PasswordField value={password} onChange={setPassword} isNew />
    </StepFrame>
  )
}
