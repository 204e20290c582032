import { useState } from 'react'
import { useSessionChange } from '../api/session'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { LinkButton } from '../ui/link-button'
import { TextInput } from '../ui/text-input'
import { authApi } from './auth-api'
import type { Step } from './step'
import { StepFrame } from './step-frame'
import { signInTexts } from './texts'

/** After the password of an account that asks for more. */
export function SecondFactor({ go }: { go(step: Step): void }) {
  const t = useTexts(signInTexts)
  const { refresh } = useSessionChange()
  const [isBackup, setBackup] = useState(false)
  const [code, setCode] = useState('')

  async function run() {
    await (isBackup ? authApi.confirmBackupCode(code.trim()) : authApi.confirmSecondFactor(code.trim()))
    await refresh()
  }

  return (
    <StepFrame
      title={t('secondFactor')}
      text={t('secondFactorText')}
      submit={t('confirm')}
      run={run}
      more={
        <>
          {!isBackup && <LinkButton onClick={() => setBackup(true)}>{t('useBackup')}</LinkButton>}
          <LinkButton onClick={() => go({ name: 'password' })}>{t('otherAccount')}</LinkButton>
        </>
      }
    >
      <Field label={t(isBackup ? 'backupCode' : 'code')}>
        {({ id }) => (
          <TextInput id={id} autoComplete="one-time-code" value={code} onChange={setCode} autoFocus />
        )}
      </Field>
    </StepFrame>
  )
}
