import type { ReviewedCode, ReviewGround } from '@sampan/platform-api'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { codeKeys, decideCode, useReviewRules } from './code-api'
import { codeTexts } from './code-texts'
import { GroundForm } from './ground-form'

/** Approve, or reject by the rules that it breaks. */
export function CodeDecision({ review }: { review: ReviewedCode }) {
  const t = useTexts(codeTexts)
  const navigate = useNavigate()
  const rules = useReviewRules()
  const [grounds, setGrounds] = useState<ReviewGround[]>([])
  const [reason, setReason] = useState('')
  const decide = useAction({
    run: (action: 'approve' | 'reject') => decideCode(review, { action, reason, grounds }),
    changes: [codeKeys.all],
    onDone: () => void navigate('/review/code'),
  })
  const isComplete = grounds.every(({ rule, evidence }) => rule !== '' && evidence.trim() !== '')
  if (!review.actions.includes('approve')) {
    return (
      <Card title={t('decide')}>
        <p className="quiet">{t('closed')}</p>
      </Card>
    )
  }
  const buttons = [
    { action: 'approve', theme: 'primary', variant: 'base', isPossible: grounds.length === 0 },
    { action: 'reject', theme: 'danger', variant: 'outline', isPossible: grounds.length > 0 && isComplete },
  ] as const
  return (
    <Card title={t('decide')}>
      <GroundForm grounds={grounds} rules={rules.data ?? []} pages={review.pages} onChange={setGrounds} />
      <div className="form-block">
        <Field label={t('reason')} help={t('reject.help')} isOptional>
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
      </div>
      <div className="form-end">
        {buttons.map(({ action, theme, variant, isPossible }) => (
          <Button
            key={action}
            theme={theme}
            variant={variant}
            disabled={!isPossible || decide.isPending}
            loading={decide.isPending && decide.variables === action}
            onClick={() => decide.mutate(action)}
          >
            {t(action)}
          </Button>
        ))}
      </div>
    </Card>
  )
}
