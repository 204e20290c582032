import type { PhoneContact, PhoneContactOutcome } from '@sampan/platform-api'
import type { QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Choice, TextInput } from '../ui/text-input'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { reviewTexts } from './texts'

const OUTCOMES: PhoneContactOutcome[] = ['reached', 'no-answer', 'wrong-number']

/** Calls to whoever handed something in, and a new one while it waits for a decision. */
export function PhoneContacts(props: {
  contacts: readonly PhoneContact[]
  mayCall: boolean
  note(outcome: PhoneContactOutcome, note: string): Promise<unknown>
  changes: QueryKey[]
}) {
  const t = useTexts(reviewTexts)
  const [outcome, setOutcome] = useState<PhoneContactOutcome>('reached')
  const [note, setNote] = useState('')
  const save = useAction({
    run: () => props.note(outcome, note),
    changes: props.changes,
    done: t('phone.saved'),
    onDone: () => setNote(''),
  })
  return (
    <Card title={t('phone.title')}>
      {props.contacts.length === 0 && <p className="quiet">{t('phone.none')}</p>}
      <ul className="history">
        {props.contacts.map(({ outcome: how, note: said, by, at }) => (
          <li key={at}>
            <b>{t(`phone.${how}`)}</b>{' '}
            <span className="quiet">
              {by} · <Time at={at} />
            </span>
            {said && <p>{said}</p>}
          </li>
        ))}
      </ul>
      {props.mayCall && (
        <form
          className="form-block"
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate()
          }}
        >
          <Field label={t('phone.outcome')}>
            {({ id }) => (
              <Choice
                id={id}
                value={outcome}
                onChange={(value) => setOutcome(value as PhoneContactOutcome)}
                options={OUTCOMES.map((value) => ({ value, label: t(`phone.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('phone.note')} isOptional>
            {({ id }) => <TextInput id={id} maxLength={500} value={note} onChange={setNote} />}
          </Field>
          <Button type="submit" variant="outline" loading={save.isPending}>
            {t('phone.save')}
          </Button>
        </form>
      )}
    </Card>
  )
}
