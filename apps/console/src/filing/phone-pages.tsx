import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { Alert, Button } from 'tdesign-react'
import { Preferences } from '../app/shell'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { useAction } from '../ui/use-action'
import { answerFace, useFaceTask, useSmsCheck } from './filing-api'
import { SmsCard } from './sms-card'
import { filingTexts } from './texts'

function PhoneFrame({ children }: { children: ReactNode }) {
  return (
    <main className="phone-page">
      <div className="phone-page__head">
        <img src="/icon.svg" alt="" width="32" height="32" />
        <Preferences />
      </div>
      {children}
    </main>
  )
}

/** Where the code of the face check leads: a simulation, and it says so. Needs no account. */
export function FacePage() {
  const { code = '' } = useParams()
  const t = useTexts(filingTexts)
  const task = useFaceTask(code)
  const answer = useAction({
    run: (passed: boolean) => answerFace(code, passed),
    changes: [['filing-faces', code]],
  })
  return (
    <PhoneFrame>
      <Loaded query={task}>
        {({ state, personName, programName }) => (
          <Card title={t('face.title')}>
            <p className="form-note">{t('face.who', { person: personName, program: programName })}</p>
            {state !== 'waiting' ? (
              <Alert theme={state === 'passed' ? 'success' : 'error'} message={t(`face.${state}`)} />
            ) : (
              <>
                <Alert theme="info" message={t('face.simulation')} />
                <div className="form-end">
                  <Button size="large" loading={answer.isPending} onClick={() => answer.mutate(true)}>
                    {t('face.pass')}
                  </Button>
                  <Button
                    size="large"
                    theme="danger"
                    variant="outline"
                    disabled={answer.isPending}
                    onClick={() => answer.mutate(false)}
                  >
                    {t('face.fail')}
                  </Button>
                </div>
              </>
            )}
          </Card>
        )}
      </Loaded>
    </PhoneFrame>
  )
}

/** Where the text message of the ministry leads. Needs no account: whoever has the phone answers. */
export function SmsPage() {
  const { id = '' } = useParams()
  const check = useSmsCheck(id)
  return (
    <PhoneFrame>
      <Loaded query={check}>{(found) => <SmsCard check={found} />}</Loaded>
    </PhoneFrame>
  )
}
