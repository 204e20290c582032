import type { FilingSmsCheck } from '@sampan/platform-api'
import { useState } from 'react'
import { Alert, Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextInput } from '../ui/text-input'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { answerSms, filingKeys, smsCheckKey } from './filing-api'
import { filingTexts } from './texts'

const NOTHING = { code: '', phone: '', identityEnd: '' }

/** One code of the ministry, answered as on its site: with the phone that it came to and the end of the identity number. */
export function SmsCard({ check, appId }: { check: FilingSmsCheck; appId?: string }) {
  const t = useTexts(filingTexts)
  const [answer, setAnswer] = useState(NOTHING)
  const send = useAction({
    run: () => answerSms(check.id, answer),
    changes: [smsCheckKey(check.id), ...(appId === undefined ? [] : [filingKeys.one(appId)])],
    onDone: () => setAnswer(NOTHING),
  })
  const set = (field: keyof typeof NOTHING) => (value: string) => setAnswer({ ...answer, [field]: value })
  return (
    <Card title={t(`sms.${check.recipient}`)}>
      {check.state !== 'waiting' ? (
        <Alert theme={check.state === 'confirmed' ? 'success' : 'error'} message={t(`sms.${check.state}`)} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate()
          }}
        >
          <p className="form-note">
            {t('sms.text', { phone: check.phone, program: check.programName })} {t('sms.ends')}{' '}
            <Time at={check.expiresAt} />. {t('sms.tries', { count: check.triesLeft })}
          </p>
          <Field label={t('sms.code')}>
            {({ id }) => (
              <TextInput
                id={id}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                required
                value={answer.code}
                onChange={set('code')}
              />
            )}
          </Field>
          <Field label={t('sms.phone')}>
            {({ id }) => (
              <TextInput
                id={id}
                type="tel"
                maxLength={30}
                required
                value={answer.phone}
                onChange={set('phone')}
              />
            )}
          </Field>
          <Field label={t('sms.identityEnd')} help={t('sms.identityEnd.help')}>
            {({ id, describedBy }) => (
              <TextInput
                id={id}
                aria-describedby={describedBy}
                maxLength={6}
                required
                value={answer.identityEnd}
                onChange={set('identityEnd')}
              />
            )}
          </Field>
          <Button type="submit" loading={send.isPending}>
            {t('sms.confirm')}
          </Button>
        </form>
      )}
    </Card>
  )
}
