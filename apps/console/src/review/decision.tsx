import type { QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Button, DialogPlugin } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-input'
import { uiTexts } from '../ui/texts'
import { useAction } from '../ui/use-action'
import { reviewTexts } from './texts'

export type DecisionAction = 'approve' | 'send-back' | 'refuse'

const BUTTONS = [
  { action: 'approve', theme: 'primary', variant: 'base' },
  { action: 'send-back', theme: 'warning', variant: 'outline' },
  { action: 'refuse', theme: 'danger', variant: 'outline' },
] as const

/** What the reviewer may decide now, with the reason that the applicant will read. */
export function Decision(props: {
  actions: readonly string[]
  decide(action: DecisionAction, reason: string): Promise<unknown>
  changes: QueryKey[]
  /** The desk where the next one waits. */
  backTo: string
}) {
  const t = useTexts(reviewTexts)
  const ui = useTexts(uiTexts)
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const decide = useAction({
    run: (action: DecisionAction) => props.decide(action, reason),
    changes: props.changes,
    onDone: () => void navigate(props.backTo),
  })
  const shown = BUTTONS.filter(({ action }) => props.actions.includes(action))

  function start(action: DecisionAction) {
    if (action !== 'refuse') return decide.mutate(action)
    const dialog = DialogPlugin.confirm({
      header: t('refuse'),
      body: t('refuse.sure'),
      confirmBtn: { content: t('refuse'), theme: 'danger' },
      cancelBtn: ui('cancel'),
      onConfirm() {
        dialog.destroy()
        decide.mutate(action)
      },
      onClose: () => dialog.destroy(),
    })
  }

  return (
    <Card title={t('decide.title')}>
      {shown.length === 0 ? (
        <p className="quiet">{t('closed')}</p>
      ) : (
        <>
          <Field label={t('decide.reason')} help={t('decide.reasonHelp')}>
            {({ id, describedBy }) => (
              <TextArea
                id={id}
                aria-describedby={describedBy}
                maxLength={500}
                value={reason}
                onChange={setReason}
              />
            )}
          </Field>
          <div className="form-end">
            {shown.map(({ action, theme, variant }) => (
              <Button
                key={action}
                theme={theme}
                variant={variant}
                disabled={decide.isPending || (action !== 'approve' && reason.trim() === '')}
                loading={decide.isPending && decide.variables === action}
                onClick={() => start(action)}
              >
                {t(action)}
              </Button>
            ))}
          </div>
        </>
      )}
    </Card>
  )
}
