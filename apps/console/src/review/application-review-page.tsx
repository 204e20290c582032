import type { ReviewedApplication } from '@sampan/platform-api'
import { useParams } from 'react-router'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import {
  applicationKeys,
  applicationPaperUrl,
  decideApplication,
  useReviewedApplication,
} from './application-api'
import { Decision } from './decision'
import { reviewTexts } from './texts'

/** A name or a category that a program asks for: its papers beside the decision. */
export default function ApplicationReviewPage() {
  const { id = '' } = useParams()
  return <Loaded query={useReviewedApplication(id)}>{(found) => <Review application={found} />}</Loaded>
}

function Review({ application }: { application: ReviewedApplication }) {
  const t = useTexts(reviewTexts)
  const pick = usePick()
  const { id, appId, kind, label, programName, entityName, papers, wanted, actions, history } = application
  const paperName = (paper: string) => {
    const rule = wanted.flat().find((each) => each.id === paper)
    return rule ? pick(rule.label) : paper
  }
  return (
    <Page title={t(`wanted.${kind}`, { value: pick(label) })} intro={programName || t('unnamed')}>
      <div className="columns">
        <div className="stack">
          <Card title={t('who')}>
            <Facts
              facts={[
                [t('program'), programName || t('unnamed')],
                ['AppID', appId],
                [t('owner'), entityName],
              ]}
            />
          </Card>
          <Card title={t('papers')}>
            <div className="papers">
              {papers.map(({ id: paper, uploadedAt }) => {
                const url = `${applicationPaperUrl(id, paper)}?at=${encodeURIComponent(uploadedAt)}`
                return (
                  <a key={paper} href={url} target="_blank" rel="noreferrer">
                    <img src={url} alt={paperName(paper)} loading="lazy" />
                    {paperName(paper)}
                  </a>
                )
              })}
            </div>
          </Card>
        </div>
        <div className="stack">
          <Decision
            actions={actions.filter((action) => action === 'approve' || action === 'send-back')}
            decide={(action, reason) =>
              decideApplication(application, action === 'approve' ? 'approve' : 'send-back', reason)
            }
            changes={[applicationKeys.waiting]}
            backTo="/review/applications"
          />
          <Card title={t('history')}>
            <History steps={history} nameOf={(action) => t(`did.${action}`)} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
