import { useState } from 'react'
import { useSessionChange } from '../api/session'
import { useTexts } from '../texts/texts'
import { LinkButton } from '../ui/link-button'
import { authApi } from './auth-api'
import { CodeField } from './code-field'
import type { Step } from './step'
import { StepFrame } from './step-frame'
import { signInTexts } from './texts'

export interface ConfirmEmailProps {
  email: string
  /** Signs in at once when the code is right. */
  password: string
  go(step: Step): void
}

export function ConfirmEmail({ email, password, go }: ConfirmEmailProps) {
  const t = useTexts(signInTexts)
  const { refresh } = useSessionChange()
  const [code, setCode] = useState('')

  async function run() {
    await authApi.confirmEmail(email, code)
    const { twoFactorRedirect } = await authApi.signIn(email, password)
    if (twoFactorRedirect) return go({ name: 'second-factor' })
    await refresh()
  }

  return (
    <StepFrame
      title={t('confirmEmail')}
      text={email}
      submit={t('confirm')}
      run={run}
      more={<LinkButton onClick={() => go({ name: 'password' })}>{t('otherAccount')}</LinkButton>}
    >
      <CodeField
        value={code}
        onChange={setCode}
        recipient={email}
        channel="email"
        sendAgain={() => authApi.sendEmailCode(email, 'email-verification')}
      />
    </StepFrame>
  )
}
