import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useAuthProblem } from '../sign-in/auth-problem'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { securityApi, sessionsKey } from './security-api'
import { securityTexts } from './texts'

export function PasswordChange() {
  const t = useTexts(securityTexts)
  const explain = useAuthProblem()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const change = useAction({
    run: () => securityApi.changePassword(present, next),
    changes: [sessionsKey],
    done: t('password.changed'),
    onDone() {
      setPresent('')
      setNext('')
    },
    onProblem: () => true,
  })
  return (
    <Card title={t('password.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <Field label={t('password.present')} problem={change.error ? explain(change.error) : undefined}>
          {({ id, describedBy }) => (
            <TextInput
              id={id}
              aria-describedby={describedBy}
              type="password"
              autoComplete="current-password"
              required
              value={present}
              onChange={setPresent}
            />
          )}
        </Field>
        <Field label={t('password.new')} help={t('password.help')}>
          {({ id, describedBy }) => (
            <TextInput
              id={id}
              aria-describedby={describedBy}
              type="password"
              autoComplete="new-password"
              required
              minLength={10}
              maxLength={128}
              value={next}
              onChange={setNext}
            />
          )}
        </Field>
        <Button type="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </form>
    </Card>
  )
}
