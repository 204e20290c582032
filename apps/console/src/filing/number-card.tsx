import type { Filing, FilingKind } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useConfirmed } from '../confirmations/confirm-by-scan'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Field } from '../ui/field'
import { Modal } from '../ui/modal'
import { TextInput } from '../ui/text-input'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { filingApi, filingKeys } from './filing-api'
import { filingTexts } from './texts'

const KINDS = ['cancel-access', 'cancel-service', 'cancel-entity'] as const

/** The number, and what may be done with a filing that has one. */
export function NumberCard({ filing }: { filing: Filing }) {
  const t = useTexts(filingTexts)
  const [isCancelling, setCancelling] = useState(false)
  const change = useAction({
    run: () => filingApi.step(filing, 'change'),
    changes: [filingKeys.one(filing.appId)],
  })
  return (
    <Card title={t('number.title')}>
      <p className="filing-number">
        <CopyText text={filing.number!} />
      </p>
      <p className="quiet">
        {t('number.text')} {filing.filedAt && <Time at={filing.filedAt} exact />}
      </p>
      {filing.actions.includes('change') && (
        <div className="form-end">
          <Button variant="outline" loading={change.isPending} onClick={() => change.mutate()}>
            {t('change')}
          </Button>
          <Button variant="outline" theme="danger" onClick={() => setCancelling(true)}>
            {t('cancel')}
          </Button>
          <Modal isOpen={isCancelling} title={t('cancel')} onClose={() => setCancelling(false)}>
            <CancelForm filing={filing} onDone={() => setCancelling(false)} />
          </Modal>
        </div>
      )}
    </Card>
  )
}

function CancelForm({ filing, onDone }: { filing: Filing; onDone(): void }) {
  const t = useTexts(filingTexts)
  const confirmed = useConfirmed()
  const [kind, setKind] = useState<FilingKind>('cancel-access')
  const [number, setNumber] = useState('')
  const cancel = useAction({
    run: () => confirmed((headers) => filingApi.cancel(filing, { kind, number }, headers)),
    changes: [filingKeys.one(filing.appId)],
    onDone,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        cancel.mutate()
      }}
    >
      <p className="form-note">{t('cancel.text')}</p>
      {KINDS.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
          <span>
            {t(`kind.${each}`)}
            <small>{t(`kind.${each}.text`)}</small>
          </span>
        </label>
      ))}
      <Field label={t('cancel.number', { number: filing.number ?? '' })}>
        {({ id }) => <TextInput id={id} maxLength={60} required value={number} onChange={setNumber} />}
      </Field>
      <Button
        type="submit"
        theme="danger"
        loading={cancel.isPending}
        disabled={number.trim() !== filing.number}
      >
        {t('cancel')}
      </Button>
    </form>
  )
}
