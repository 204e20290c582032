import type { Entity, PhoneContactOutcome } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { entityApi, entityKeys } from '../entities/entity-api'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Choice, TextInput } from '../ui/text-input'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { reviewTexts } from './texts'

const OUTCOMES: PhoneContactOutcome[] = ['reached', 'no-answer', 'wrong-number']

/** Calls to the administrator, and a new one. */
export function PhoneContacts({ entity }: { entity: Entity }) {
  const t = useTexts(reviewTexts)
  const [outcome, setOutcome] = useState<PhoneContactOutcome>('reached')
  const [note, setNote] = useState('')
  const save = useAction({
    run: () => entityApi.notePhoneContact(entity.id, outcome, note),
    changes: [entityKeys.one(entity.id)],
    done: t('phone.saved'),
    onDone: () => setNote(''),
  })
  return (
    <Card title={t('phone.title')}>
      {entity.phoneContacts.length === 0 && <p className="quiet">{t('phone.none')}</p>}
      <ul className="history">
        {entity.phoneContacts.map(({ outcome: how, note: said, by, at }) => (
          <li key={at}>
            <b>{t(`phone.${how}`)}</b>{' '}
            <span className="quiet">
              {by} · <Time at={at} />
            </span>
            {said && <p>{said}</p>}
          </li>
        ))}
      </ul>
      {entity.state === 'in-review' && (
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
