import type { ConfirmationStatus, ConfirmationSubject, NewConfirmation } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Loading } from 'tdesign-react'
import { request, RequestProblem } from '../api/request'
import { useTexts } from '../texts/texts'
import { CopyText } from '../ui/copy-text'
import { Modal } from '../ui/modal'
import { QrCode } from '../ui/qr-code'
import { confirmationTexts } from './texts'

type Headers = Record<string, string>
type RunConfirmed = <Answer>(run: (headers: Headers) => Promise<Answer>) => Promise<Answer>

interface Question {
  asked: NewConfirmation
  settle(outcome: 'approved' | 'refused' | 'expired' | 'closed'): void
}

const ConfirmContext = createContext<(subject: ConfirmationSubject) => Promise<string>>(() => {
  throw new Error('outside of ConfirmByScan')
})

/** Puts the question with the code to be scanned over the page when something under it has to be confirmed. */
export function ConfirmByScan({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question>()
  const confirm = useCallback(async (subject: ConfirmationSubject) => {
    const asked = await request<NewConfirmation>('/api/confirmations', { body: subject })
    const outcome = await new Promise<string>((settle) => setQuestion({ asked, settle }))
    setQuestion(undefined)
    if (outcome === 'approved') return asked.id
    throw new RequestProblem('confirm-first', 409, { outcome })
  }, [])
  return (
    <ConfirmContext value={confirm}>
      {children}
      {question && <ScanDialog key={question.asked.id} question={question} />}
    </ConfirmContext>
  )
}

/** Runs a request; if the server wants it confirmed by a scan, asks for that and runs it once more. */
export function useConfirmed(): RunConfirmed {
  const confirm = useContext(ConfirmContext)
  return useCallback(
    async (run) => {
      try {
        return await run({})
      } catch (error) {
        const subject = error instanceof RequestProblem ? error.problem.confirm : undefined
        if (!subject) throw error
        return run({ 'x-sampan-confirmation': await confirm(subject) })
      }
    },
    [confirm],
  )
}

function ScanDialog({ question: { asked, settle } }: { question: Question }) {
  const t = useTexts(confirmationTexts)
  const { data } = useQuery({
    queryKey: ['confirmations', asked.id],
    refetchInterval: 2000,
    queryFn: () => request<ConfirmationStatus>(`/api/confirmations/${asked.id}`),
  })
  const state = data?.state
  useEffect(() => {
    if (state === 'approved' || state === 'refused' || state === 'expired') settle(state)
  }, [state, settle])
  return (
    <Modal isOpen title={t('title')} onClose={() => settle('closed')}>
      <p>{t('text')}</p>
      <div className="scan">
        <QrCode text={asked.url} label={t('title')} />
        <p className="quiet">
          <Loading size="small" /> {t('waiting')}
        </p>
        <CopyText text={asked.url} label={t('link')} />
      </div>
    </Modal>
  )
}
