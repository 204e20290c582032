import type {
  FaceTask,
  Filing,
  FilingAction,
  FilingKind,
  FilingPage,
  FilingRemark,
  FilingSmsCheck,
  NewFaceTask,
  PhoneContactOutcome,
  ProgramFiling,
} from '@sampan/platform-api'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { request } from '../api/request'
import { programKeys } from '../programs/program-api'

export type Office = 'review' | 'regulator'

export const filingKeys = {
  one: (appId: string) => [...programKeys.one(appId), 'filing'],
  desk: (office: Office) => [office, 'filings'],
} as const

const at = (appId: string, rest = '') => `/api/programs/${encodeURIComponent(appId)}/filing${rest}`

/** Asked again while others have to do something; not under the hands of whoever fills in the form. */
export function useFiling(appId: string) {
  return useQuery({
    queryKey: filingKeys.one(appId),
    refetchInterval: ({ state }) => (state.data?.filing?.state === 'draft' ? false : 5000),
    queryFn: () => request<ProgramFiling>(at(appId)),
  })
}

/** Shows what a change answered. What was asked before the change knows less, and is given up. */
export function useKeepFiling(appId: string) {
  const queries = useQueryClient()
  return useCallback(
    (answer: ProgramFiling) => {
      const queryKey = filingKeys.one(appId)
      void queries.cancelQueries({ queryKey }).then(() => queries.setQueryData(queryKey, answer))
    },
    [queries, appId],
  )
}

export type OwnStep = Extract<
  FilingAction,
  'withdraw' | 'correct' | 'change' | 'give-up-change' | 'begin-again'
>

export const filingApi = {
  begin: (appId: string) => request<ProgramFiling>(at(appId), { method: 'POST' }),
  saveAnswers: ({ appId, revision }: Filing, answers: Record<string, string>) =>
    request<ProgramFiling>(at(appId, '/answers'), { method: 'PUT', body: { revision, answers } }),
  saveDocument: (appId: string, document: string, file: File) =>
    request<ProgramFiling>(documentUrl(appId, document), { method: 'PUT', body: file }),
  submit: ({ appId, revision }: Filing) =>
    request<ProgramFiling>(at(appId, '/submission'), { body: { revision } }),
  step: ({ appId, revision }: Filing, action: OwnStep) =>
    request<ProgramFiling>(at(appId, '/steps'), { body: { revision, action } }),
  cancel: (
    { appId, revision }: Filing,
    wanted: { kind: FilingKind; number: string },
    headers: Record<string, string>,
  ) => request<ProgramFiling>(at(appId, '/cancellation'), { body: { ...wanted, revision }, headers }),
  startFace: (appId: string) => request<NewFaceTask>(at(appId, '/face-tasks'), { method: 'POST' }),
}

export function documentUrl(appId: string, document: string): string {
  return at(appId, `/documents/${encodeURIComponent(document)}`)
}

export function useFaceTask(code: string) {
  return useQuery({
    queryKey: ['filing-faces', code],
    queryFn: () => request<FaceTask>(`/api/filing-faces/${encodeURIComponent(code)}`),
  })
}

export function answerFace(code: string, passed: boolean): Promise<FaceTask> {
  return request(`/api/filing-faces/${encodeURIComponent(code)}`, { body: { passed } })
}

export const smsCheckKey = (id: string) => ['filing-checks', id]

export function useSmsCheck(id: string) {
  return useQuery({
    queryKey: smsCheckKey(id),
    queryFn: () => request<FilingSmsCheck>(`/api/filing-checks/${encodeURIComponent(id)}`),
  })
}

export function answerSms(
  id: string,
  answer: { code: string; phone: string; identityEnd: string },
): Promise<FilingSmsCheck> {
  return request(`/api/filing-checks/${encodeURIComponent(id)}`, { body: answer })
}

const deskPath = (office: Office, rest = '') => `/api/${office}/filings${rest}`

export function useWaitingFilings(office: Office) {
  return useInfiniteQuery({
    queryKey: [...filingKeys.desk(office), 'list'],
    refetchInterval: 15_000,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<FilingPage>(deskPath(office, pageParam === '' ? '' : `?before=${pageParam}`), { signal }),
    getNextPageParam: ({ next }) => next,
  })
}

export function useDeskFiling(office: Office, id: string) {
  return useQuery({
    queryKey: [...filingKeys.desk(office), id],
    queryFn: () => request<Filing>(deskPath(office, `/${encodeURIComponent(id)}`)),
  })
}

export function deskDocumentUrl(office: Office, id: string, document: string): string {
  return deskPath(office, `/${encodeURIComponent(id)}/documents/${encodeURIComponent(document)}`)
}

export function decideFiling(
  office: Office,
  { id, revision }: Filing,
  given: { decision: 'approve' | 'reject'; reason: string; remarks: FilingRemark[] },
): Promise<Filing> {
  return request(deskPath(office, `/${id}/decision`), { body: { revision, ...given } })
}

export function notePhoneContact(
  office: Office,
  id: string,
  outcome: PhoneContactOutcome,
  note: string,
): Promise<Filing> {
  return request(deskPath(office, `/${id}/phone-contacts`), { body: { outcome, note } })
}
