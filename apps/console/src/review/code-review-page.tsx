import type { ReviewedCode } from '@sampan/platform-api'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Button } from 'tdesign-react'
import { Findings } from '../code-reviews/findings'
import { Grounds } from '../code-reviews/grounds'
import { codeReviewTexts } from '../code-reviews/texts'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { Time } from '../ui/time'
import { useReviewedCode } from './code-api'
import { CodeDecision } from './code-decision'
import { codeTexts } from './code-texts'

/** A submitted version: it runs on the left, what was found and the decision are on the right. */
export default function CodeReviewPage() {
  const { id = '' } = useParams()
  return <Loaded query={useReviewedCode(id)}>{(found) => <Review review={found} />}</Loaded>
}

function Review({ review }: { review: ReviewedCode }) {
  const t = useTexts(codeTexts)
  const tReview = useTexts(codeReviewTexts)
  const pick = usePick()
  const { programName, entityName, version, form, findings, grounds, history } = review
  return (
    <Page title={`${programName} ${version.number}`} intro={entityName}>
      <div className="desk">
        <RunningVersion review={review} />
        <div className="stack">
          <Card title={t('findings')}>
            <Findings findings={findings} />
          </Card>
          <Card title={t('who')}>
            <Facts
              facts={[
                [t('intro1'), review.intro],
                [t('categories'), review.categories.map(pick).join(' · ')],
                [t('remark'), version.remark],
                [t('size'), `${Math.ceil(version.sizeBytes / 1024)} KB`],
                [t('pageCount'), review.pages.length],
                [t('by'), review.submittedBy],
                [t('due'), review.dueAt && <Time key="due" at={review.dueAt} />],
                [t('notes'), form.notes],
                [t('account'), form.testAccount],
              ]}
            />
          </Card>
          {grounds.length > 0 && (
            <Card title={tReview('grounds.title')}>
              <Grounds grounds={grounds} />
            </Card>
          )}
          <CodeDecision review={review} />
          <Card title={t('history')}>
            <History steps={history} nameOf={(action) => tReview(`did.${action}`)} />
          </Card>
        </div>
      </div>
    </Page>
  )
}

/** In the super-app, as users would have it, by the reviewer's own session. */
function RunningVersion({ review }: { review: ReviewedCode }) {
  const t = useTexts(codeTexts)
  const { appId, version, form, state } = review
  const [path, setPath] = useState('')
  if (state !== 'in-review') {
    return (
      <Card title={t('running')}>
        <p className="quiet">{t('running.none')}</p>
      </Card>
    )
  }
  const query = new URLSearchParams({ version: version.id, ...(path !== '' && { path }) })
  const url = `/#/p/${appId}?${query}`
  return (
    <Card
      title={t('running')}
      action={
        <a href={url} target="_blank" rel="noreferrer">
          {t('running.open')}
        </a>
      }
    >
      {form.pages.length > 0 && (
        <div className="row desk__pages">
          <span className="quiet">{t('begin')}</span>
          {form.pages.map(({ path: one, title }) => (
            <Button
              key={one}
              size="small"
              variant={path === one ? 'base' : 'outline'}
              onClick={() => setPath(one)}
            >
              {title}
            </Button>
          ))}
        </div>
      )}
      {/* Another page is another launch: an address that changes behind the # alone loads nothing. */}
      <iframe key={url} className="desk__phone" src={url} title={t('running')} />
    </Card>
  )
}
