import { useState } from 'react'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { LinkButton } from '../ui/link-button'
import { TextInput } from '../ui/text-input'
import { EmailField, PasswordField } from './account-fields'
import { authApi } from './auth-api'
import type { Step } from './step'
import { StepFrame } from './step-frame'
import { signInTexts } from './texts'

export function NewAccount({ go }: { go(step: Step): void }) {
  const t = useTexts(signInTexts)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  async function run() {
    await authApi.signUp(name.trim(), email.trim(), password)
    go({ name: 'confirm-email', email: email.trim(), password })
  }

  return (
    <StepFrame
      title={t('signUp')}
      text={t('signUpText')}
      submit={t('signUp')}
      run={run}
      more={
        <>
          <span>{t('hasAccount')}</span>
          <LinkButton onClick={() => go({ name: 'password' })}>{t('signIn')}</LinkButton>
        </>
      }
    >
      <Field label={t('name')}>
        {({ id }) => (
          <TextInput
            id={id}
            autoComplete="name"
            required
            maxLength={60}
            value={name}
            onChange={setName}
            autoFocus
          />
        )}
      </Field>
      <EmailField value={email} onChange={setEmail} />
      <PasswordField value={password} onChange={setPassword} isNew />
    </StepFrame>
  )
}
