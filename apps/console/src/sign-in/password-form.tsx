import { useState } from 'react'
import { LinkButton } from '../ui/link-button'
import { useSessionChange } from '../api/session'
import { useTexts } from '../texts/texts'
import { EmailField, PasswordField } from './account-fields'
import { authApi } from './auth-api'
import { authCode } from './auth-problem'
import type { Step } from './step'
import { StepFrame } from './step-frame'
import { signInTexts } from './texts'

export function PasswordForm({ go }: { go(step: Step): void }) {
  const t = useTexts(signInTexts)
  const { refresh } = useSessionChange()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  async function run() {
    try {
      const { twoFactorRedirect } = await authApi.signIn(email.trim(), password)
      if (twoFactorRedirect) return go({ name: 'second-factor' })
      await refresh()
    } catch (error) {
      // The sign-up was left half-way: the library has sent another code.
      if (authCode(error) !== 'EMAIL_NOT_VERIFIED') throw error
      go({ name: 'confirm-email', email: email.trim(), password })
    }
  }

  return (
    <StepFrame
      title={t('signIn')}
      text={t('signInText')}
      submit={t('signIn')}
      run={run}
      more={
        <>
          <span>{t('noAccount')}</span>
          <LinkButton onClick={() => go({ name: 'new-account' })}>{t('signUp')}</LinkButton>
          <LinkButton onClick={() => go({ name: 'new-password', email })}>{t('forgot')}</LinkButton>
        </>
      }
    >
      <EmailField value={email} onChange={setEmail} />
      <PasswordField value={password} onChange={setPassword} />
    </StepFrame>
  )
}
