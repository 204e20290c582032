import type { CodeReview, CodeReviewList } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { Field } from '../ui/field'
import { Modal } from '../ui/modal'
import { TextArea } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { type OwnStep, reviewApi, reviewKey } from './review-api'
import { codeReviewTexts } from './texts'

/** What members may do with a review: take it back, have it go first, or appeal. */
export function OwnSteps({ review, list }: { review: CodeReview; list: CodeReviewList }) {
  const t = useTexts(codeReviewTexts)
  const [appeal, setAppeal] = useState<string>()
  const step = useAction({
    run: ({ action, reason = '' }: { action: OwnStep; reason?: string }) =>
      reviewApi.step(review, action, reason),
    changes: [reviewKey(review.appId)],
    onDone: () => setAppeal(undefined),
  })
  const { actions, version } = review
  const left = ({ used, limit }: { used: number; limit: number }) => ({
    left: Math.max(0, limit - used),
    limit,
  })
  const asking = [
    ['expedite', t('expedite.sure', left(list.expedites))],
    ['withdraw', t('withdraw.sure', { number: version.number, ...left(list.withdrawals) })],
  ] as const
  return (
    <>
      {asking
        .filter(([action]) => actions.includes(action))
        .map(([action, question]) => (
          <AskFirst
            key={action}
            question={question}
            action={t(action)}
            isDangerous={action === 'withdraw'}
            onConfirm={() => step.mutate({ action })}
          >
            {(ask) => (
              <Button variant="outline" loading={step.isPending} onClick={ask}>
                {t(action)}
              </Button>
            )}
          </AskFirst>
        ))}
      {actions.includes('appeal') && (
        <Button variant="outline" onClick={() => setAppeal('')}>
          {t('appeal')}
        </Button>
      )}
      <Modal isOpen={appeal !== undefined} title={t('appeal.title')} onClose={() => setAppeal(undefined)}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            step.mutate({ action: 'appeal', reason: appeal ?? '' })
          }}
        >
          <Field label={t('appeal.reason')}>
            {({ id }) => (
              <TextArea id={id} required maxLength={500} value={appeal ?? ''} onChange={setAppeal} />
            )}
          </Field>
          <div className="modal__end">
            <Button type="submit" loading={step.isPending} disabled={!appeal?.trim()}>
              {t('appeal')}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
