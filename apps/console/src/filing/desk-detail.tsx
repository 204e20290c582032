import type { Filing, FilingAction, FilingRemark } from '@sampan/platform-api'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Decision } from '../review/decision'
import { PhoneContacts } from '../review/phone-contacts'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import {
  decideFiling,
  deskDocumentUrl,
  filingKeys,
  notePhoneContact,
  type Office,
  useDeskFiling,
} from './filing-api'
import { FilingFacts } from './filing-facts'
import { FilingState } from './filing-state'
import { RemarkEditor } from './remark-editor'
import { filingTexts } from './texts'

/** One filing at a desk: what was handed in, beside the decision. */
export function DeskDetail({ office }: { office: Office }) {
  const { id = '' } = useParams()
  return (
    <Loaded query={useDeskFiling(office, id)}>
      {(filing) => <Detail key={filing.revision} office={office} filing={filing} />}
    </Loaded>
  )
}

const APPROVING: readonly FilingAction[] = ['platform-approve', 'regulator-approve', 'cancel-done']
const REJECTING: readonly FilingAction[] = ['platform-reject', 'regulator-reject']

function Detail({ office, filing }: { office: Office; filing: Filing }) {
  const t = useTexts(filingTexts)
  const [remarks, setRemarks] = useState<FilingRemark[]>([])
  const may = (actions: readonly FilingAction[]) => filing.actions.some((action) => actions.includes(action))
  return (
    <Page
      title={filing.programName}
      intro={
        <>
          {t(`kind.${filing.kind}`)} <FilingState state={filing.state} />
        </>
      }
    >
      <div className="columns">
        <div className="stack">
          <Card title={t('who')}>
            <Facts
              facts={[
                [t('program'), filing.programName],
                ['AppID', filing.appId],
                [t('owner'), filing.entityName],
                [t('certificate'), filing.certificateNumber],
                [t('number.title'), filing.number],
              ]}
            />
          </Card>
          <FilingFacts filing={filing} urlOf={(document) => deskDocumentUrl(office, filing.id, document)} />
        </div>
        <div className="stack">
          <Decision
            actions={[...(may(APPROVING) ? ['approve'] : []), ...(may(REJECTING) ? ['send-back'] : [])]}
            decide={(action, reason) =>
              decideFiling(office, filing, {
                decision: action === 'approve' ? 'approve' : 'reject',
                reason,
                remarks: action === 'approve' ? [] : remarks,
              })
            }
            changes={[filingKeys.desk(office)]}
            backTo={`/${office}/filings`}
          />
          {may(REJECTING) && <RemarkEditor filing={filing} remarks={remarks} onChange={setRemarks} />}
          <PhoneContacts
            contacts={filing.phoneContacts}
            mayCall={may(APPROVING)}
            note={(outcome, note) => notePhoneContact(office, filing.id, outcome, note)}
            changes={[filingKeys.desk(office)]}
          />
          <Card title={t('history')}>
            <History steps={filing.history} nameOf={(action) => t(`did.${action}`)} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
