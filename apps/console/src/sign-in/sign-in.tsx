import type { SessionInfo } from '@sampan/platform-api'
import { useState } from 'react'
import { Preferences } from '../app/shell'
import { useTexts } from '../texts/texts'
import { ConfirmEmail } from './confirm-email'
import { ConfirmPhone } from './confirm-phone'
import { NewAccount } from './new-account'
import { NewPassword } from './new-password'
import { PasswordForm } from './password-form'
import { SecondFactor } from './second-factor'
import type { Step } from './step'
import { signInTexts } from './texts'

/** The way into the console: from nothing to an account whose email and phone are confirmed. */
export function SignIn({ session }: { session: SessionInfo | null }) {
  const t = useTexts(signInTexts)
  const [step, go] = useState<Step>({ name: 'password' })
  return (
    <div className="sign-in">
      <div className="sign-in__ship">
        <img src="/icon.svg" alt="" width="64" height="64" />
        <h1>{t('promise')}</h1>
        <p>{t('promiseText')}</p>
      </div>
      <main className="sign-in__form">
        <div className="sign-in__languages">
          <Preferences />
        </div>
        <div>{session ? <ConfirmPhone /> : <StepForm step={step} go={go} />}</div>
      </main>
    </div>
  )
}

function StepForm({ step, go }: { step: Step; go(step: Step): void }) {
  switch (step.name) {
    case 'password':
      return <PasswordForm go={go} />
    case 'new-account':
      return <NewAccount go={go} />
    case 'confirm-email':
      return <ConfirmEmail {...step} go={go} />
    case 'new-password':
      return <NewPassword email={step.email} go={go} />
    case 'second-factor':
      return <SecondFactor go={go} />
  }
}
