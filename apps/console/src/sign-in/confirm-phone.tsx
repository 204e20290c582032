import { useState } from 'react'
import { useSessionChange } from '../api/session'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { LinkButton } from '../ui/link-button'
import { TextInput } from '../ui/text-input'
import { authApi } from './auth-api'
import { CodeField } from './code-field'
import { StepFrame } from './step-frame'
import { signInTexts } from './texts'

/** Asked once of everybody who has no confirmed phone yet. */
export function ConfirmPhone() {
  const t = useTexts(signInTexts)
  const { refresh, signOut } = useSessionChange()
  const [phone, setPhone] = useState('+86 ')
  const [sentTo, setSentTo] = useState<string>()
  const [code, setCode] = useState('')
  const more = <LinkButton onClick={() => void signOut()}>{t('otherAccount')}</LinkButton>

  async function send() {
    const number = phone.replace(/[\s()-]/g, '')
    await authApi.sendPhoneCode(number)
    setSentTo(number)
  }
  async function confirm(number: string) {
    await authApi.confirmPhone(number, code)
    await refresh()
  }

  if (sentTo === undefined) {
    return (
      <StepFrame
        title={t('confirmPhone')}
        text={t('confirmPhoneText')}
        submit={t('sendCode')}
        run={send}
        more={more}
      >
        <Field label={t('phone')} help={t('phoneHelp')}>
          {({ id, describedBy }) => (
            <TextInput
              id={id}
              aria-describedby={describedBy}
              type="tel"
              autoComplete="tel"
              required
              value={phone}
              onChange={setPhone}
              autoFocus
            />
          )}
        </Field>
      </StepFrame>
    )
  }
  return (
    <StepFrame
      key="code"
      title={t('confirmPhone')}
      text={sentTo}
      submit={t('confirm')}
      run={() => confirm(sentTo)}
      more={more}
    >
      <CodeField
        value={code}
        onChange={setCode}
        recipient={sentTo}
        channel="sms"
        sendAgain={() => authApi.sendPhoneCode(sentTo)}
      />
    </StepFrame>
  )
}
