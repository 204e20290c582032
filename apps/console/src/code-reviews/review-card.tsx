import type { CodeReview, CodeReviewList } from '@sampan/platform-api'
import { Link } from 'react-router'
import { Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { History } from '../ui/history'
import { Time } from '../ui/time'
import { Findings } from './findings'
import { Grounds } from './grounds'
import { OwnSteps } from './own-steps'
import { codeReviewTexts } from './texts'

export const REVIEW_TAG = {
  'in-review': 'warning',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'default',
  replaced: 'default',
} as const

/** One submission and what became of it. */
export function ReviewCard({ review, list }: { review: CodeReview; list: CodeReviewList }) {
  const t = useTexts(codeReviewTexts)
  const { appId, state, version, form, grounds, findings } = review
  return (
    <Card>
      <div className="row">
        <h2 className="grow">
          {version.number}{' '}
          <Tag theme={REVIEW_TAG[state]} variant="light">
            {t(`state.${state}`)}
          </Tag>{' '}
          {review.isExpedited && <Tag theme="primary">{t('expedited')}</Tag>}
        </h2>
        <OwnSteps review={review} list={list} />
      </div>
      {grounds.length > 0 && <Grounds grounds={grounds} />}
      {state === 'rejected' && <p>{t('rejected.next')}</p>}
      {state === 'approved' && list.reviews.find((each) => each.state === 'approved')?.id === review.id && (
        <p>
          {t('approved.next')} <Link to={`/programs/${appId}/releases`}>{t('approved.do')}</Link>
        </p>
      )}
      <Facts
        facts={[
          [t('due'), review.dueAt && <Time key="due" at={review.dueAt} />],
          [t('by'), review.submittedBy],
          [t('at'), <Time key="at" at={review.submittedAt} />],
          [t('pages'), form.pages.map(({ path, title }) => `${title} · ${path}`).join('\n')],
          [t('notes'), form.notes],
          [t('account'), form.testAccount],
        ]}
      />
      {state === 'in-review' && findings.length > 0 && (
        <>
          <h3>{t('checks')}</h3>
          <Findings findings={findings} />
        </>
      )}
      <details className="more-facts">
        <summary>{t('history')}</summary>
        <History steps={review.history} nameOf={(action) => t(`did.${action}`)} />
      </details>
    </Card>
  )
}
