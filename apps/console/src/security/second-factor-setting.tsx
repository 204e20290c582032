import { useState } from 'react'
import { Button } from 'tdesign-react'
import { sessionKey } from '../api/session'
import { useAuthProblem } from '../sign-in/auth-problem'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Field } from '../ui/field'
import { QrCode } from '../ui/qr-code'
import { TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { securityApi } from './security-api'
import { securityTexts } from './texts'

/** Codes of an authenticator app at sign-in. */
export function SecondFactorSetting({ isOn }: { isOn: boolean }) {
  const t = useTexts(securityTexts)
  const [setup, setSetup] = useState<{ totpURI: string; backupCodes: string[] }>()
  const turnOff = useAction({
    run: (password: string) => securityApi.endSecondFactor(password),
    changes: [sessionKey],
    done: t('factor.turnedOff'),
    onProblem: () => true,
  })
  const begin = useAction({
    run: (password: string) => securityApi.beginSecondFactor(password),
    changes: [],
    onDone: setSetup,
    onProblem: () => true,
  })
  return (
    <Card title={t('factor.title')}>
      <p>{t(isOn ? 'factor.on' : 'factor.off')}</p>
      {isOn ? (
        <AskPassword key="off" submit={t('factor.end')} action={turnOff} />
      ) : setup ? (
        <Setup {...setup} onDone={() => setSetup(undefined)} />
      ) : (
        <AskPassword key="on" submit={t('factor.begin')} action={begin} />
      )}
    </Card>
  )
}

function AskPassword(props: {
  submit: string
  action: { mutate(password: string): void; isPending: boolean; error: unknown }
}) {
  const { submit, action } = props
  const t = useTexts(securityTexts)
  const explain = useAuthProblem()
  const [password, setPassword] = useState('')
  return (
    <form
      className="form-block"
      onSubmit={(event) => {
        event.preventDefault()
        action.mutate(password)
      }}
    >
      <Field label={t('factor.password')} problem={action.error ? explain(action.error) : undefined}>
        {({ id, describedBy }) => (
          <TextInput
            id={id}
            aria-describedby={describedBy}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
          />
        )}
      </Field>
      <Button type="submit" variant="outline" loading={action.isPending}>
        {submit}
      </Button>
    </form>
  )
}

function Setup(props: { totpURI: string; backupCodes: string[]; onDone(): void }) {
  const { totpURI, backupCodes, onDone } = props
  const t = useTexts(securityTexts)
  const explain = useAuthProblem()
  const [code, setCode] = useState('')
  const confirm = useAction({
    run: () => securityApi.confirmSecondFactor(code),
    changes: [sessionKey],
    done: t('factor.turnedOn'),
    onDone,
    onProblem: () => true,
  })
  return (
    <form
      className="form-block stack"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <p>{t('factor.scan')}</p>
      <QrCode text={totpURI} label={t('factor.qr')} />
      <p>
        {t('factor.key')} <CopyText text={new URL(totpURI).searchParams.get('secret') ?? ''} />
      </p>
      <p>{t('factor.backup')}</p>
      <p>
        <CopyText text={backupCodes.join('\n')} label={backupCodes.join('  ')} />
      </p>
      <Field label={t('factor.code')} problem={confirm.error ? explain(confirm.error) : undefined}>
        {({ id, describedBy }) => (
          <TextInput
            id={id}
            aria-describedby={describedBy}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={6}
            value={code}
            onChange={(text) => setCode(text.replace(/\D/g, ''))}
          />
        )}
      </Field>
      <Button type="submit" loading={confirm.isPending}>
        {t('factor.confirm')}
      </Button>
    </form>
  )
}
