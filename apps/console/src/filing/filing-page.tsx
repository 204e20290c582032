import type { Filing, Program, ProgramFiling } from '@sampan/platform-api'
import { Link } from 'react-router'
import { CertificateIcon } from 'tdesign-icons-react'
import { Alert, Button } from 'tdesign-react'
import { ProgramPage } from '../programs/program-page'
import { programTexts } from '../programs/texts'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Empty } from '../ui/empty'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { useAction } from '../ui/use-action'
import { FaceCard } from './face-card'
import { documentUrl, filingApi, filingKeys, type OwnStep, useFiling, useKeepFiling } from './filing-api'
import { FilingFacts } from './filing-facts'
import { FilingForm } from './filing-form'
import { FilingPath } from './filing-path'
import { FilingState } from './filing-state'
import { NumberCard } from './number-card'
import { SmsCard } from './sms-card'
import { filingTexts } from './texts'

/** The filing of one program: what is to be done now, beside where it stands. */
export default function FilingPage() {
  return <ProgramPage>{(program) => <Content program={program} />}</ProgramPage>
}

function Content({ program }: { program: Program }) {
  const t = useTexts(filingTexts)
  return (
    <Loaded query={useFiling(program.appId)}>
      {(found) => (
        <div className="columns">
          <div className="stack">
            <NotReady program={program} found={found} />
            {found.filing ? <Now filing={found.filing} /> : <Begin {...{ program, found }} />}
          </div>
          <div className="stack">
            <Card title={t('path.title')} action={found.filing && <FilingState state={found.filing.state} />}>
              <FilingPath filing={found.filing} />
              {found.filing && <OwnSteps filing={found.filing} />}
            </Card>
            {found.filing && found.filing.history.length > 0 && (
              <Card title={t('history')}>
                <History steps={found.filing.history} nameOf={(action) => t(`did.${action}`)} />
              </Card>
            )}
          </div>
        </div>
      )}
    </Loaded>
  )
}

const isReady = ({ missing }: ProgramFiling) => missing.every((gap) => gap === 'data-region')

function NotReady({ program, found }: { program: Program; found: ProgramFiling }) {
  const t = useTexts(filingTexts)
  const tProgram = useTexts(programTexts)
  if (isReady(found) || found.filing?.number) return null
  const gaps = found.missing.filter((gap) => gap !== 'data-region')
  return (
    <Alert
      theme="warning"
      message={
        <>
          {t('notReady')} {gaps.map((gap) => tProgram(`missing.${gap}`)).join(t('comma'))}.{' '}
          <Link to={`/programs/${program.appId}`}>{t('notReady.go')}</Link>
        </>
      }
    />
  )
}

function Begin({ program, found }: { program: Program; found: ProgramFiling }) {
  const t = useTexts(filingTexts)
  const begin = useAction({
    run: () => filingApi.begin(program.appId),
    changes: [],
    onDone: useKeepFiling(program.appId),
  })
  const mayBegin = program.permissions.includes('manage-filing')
  return (
    <div className="card">
      <Empty
        icon={<CertificateIcon />}
        title={t(found.isRequired ? 'begin.title' : 'exempt.title')}
        text={t(found.isRequired ? 'begin.text' : 'exempt.text')}
        action={
          found.isRequired &&
          (mayBegin ? (
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>
              {t('begin')}
            </Button>
          ) : (
            <p className="quiet">{t('administratorOnly')}</p>
          ))
        }
      />
    </div>
  )
}

/** What the state asks for. */
function Now({ filing }: { filing: Filing }) {
  const t = useTexts(filingTexts)
  const mayManage = filing.actions.length > 0
  const isForm = filing.state === 'draft' && mayManage
  const waitsForCode = filing.state === 'sms-check' || filing.state === 'cancel-check'
  return (
    <>
      {filing.number !== null && <NumberCard filing={filing} />}
      {filing.state === 'face-check' && <FaceCard appId={filing.appId} mayManage={mayManage} />}
      {waitsForCode &&
        filing.smsChecks.map((check) => <SmsCard key={check.id} check={check} appId={filing.appId} />)}
      {filing.state.endsWith('-rejected') && <Rejected filing={filing} />}
      {filing.state === 'cancelling' && <Alert theme="warning" message={t('cancelling.text')} />}
      {isForm ? (
        <FilingForm key={filing.id} filing={filing} />
      ) : (
        <FilingFacts filing={filing} urlOf={(document) => documentUrl(filing.appId, document)} />
      )}
    </>
  )
}

function Rejected({ filing }: { filing: Filing }) {
  const t = useTexts(filingTexts)
  const reason = filing.history.at(-1)?.reason
  return <Alert theme="error" title={t('rejected')} message={reason || t('rejected.text')} />
}

const OWN_STEPS = ['correct', 'withdraw', 'give-up-change', 'begin-again'] as const

function OwnSteps({ filing }: { filing: Filing }) {
  const t = useTexts(filingTexts)
  const take = useAction({
    run: (action: OwnStep) => filingApi.step(filing, action),
    changes: [filingKeys.one(filing.appId)],
  })
  const shown = OWN_STEPS.filter((action) => filing.actions.includes(action))
  if (shown.length === 0) return null
  return (
    <div className="form-end">
      {shown.map((action) => (
        <Button
          key={action}
          variant={action === 'correct' || action === 'begin-again' ? 'base' : 'outline'}
          loading={take.isPending}
          onClick={() => take.mutate(action)}
        >
          {t(`step.${action}`)}
        </Button>
      ))}
    </div>
  )
}
