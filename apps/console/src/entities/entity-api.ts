import type {
  Entity,
  EntityKind,
  EntityKindCode,
  EntitySummary,
  PhoneContactOutcome,
  RegistrationAction,
  VerificationRoute,
} from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'

export const entityKeys = {
  kinds: ['entity-kinds'],
  mine: ['entities'],
  one: (id: string) => ['entities', id],
  waiting: ['review', 'entities'],
} as const

export function useEntityKinds() {
  return useQuery({
    queryKey: entityKeys.kinds,
    staleTime: Infinity,
    queryFn: () => request<{ kinds: EntityKind[] }>('/api/entity-kinds').then(({ kinds }) => kinds),
  })
}

export function useMyEntities() {
  return useQuery({
    queryKey: entityKeys.mine,
    queryFn: () => request<{ entities: EntitySummary[] }>('/api/entities').then(({ entities }) => entities),
  })
}

export function useWaitingEntities() {
  return useQuery({
    queryKey: entityKeys.waiting,
    refetchInterval: 15_000,
    queryFn: () =>
      request<{ entities: EntitySummary[] }>('/api/review/entities').then(({ entities }) => entities),
  })
}

export function useEntity(id: string) {
  return useQuery({
    queryKey: entityKeys.one(id),
    refetchInterval: 15_000,
    queryFn: () => request<Entity>(`/api/entities/${id}`),
  })
}

const at = (id: string, rest = '') => `/api/entities/${encodeURIComponent(id)}${rest}`

export const entityApi = {
  create: (kind: EntityKindCode) => request<Entity>('/api/entities', { body: { kind } }),
  saveAnswers: ({ id, revision }: Entity, answers: Record<string, string>) =>
    request<Entity>(at(id, '/answers'), { method: 'PUT', body: { revision, answers } }),
  saveDocument: (id: string, document: string, file: File) =>
    request<Entity>(documentUrl(id, document), { method: 'PUT', body: file }),
  submit: ({ id, revision }: Entity, route: VerificationRoute) =>
    request<Entity>(at(id, '/submission'), { body: { revision, route } }),
  step: ({ id, revision }: Entity, action: RegistrationAction, reason = '') =>
    request<Entity>(at(id, '/steps'), { body: { revision, action, reason } }),
  notePhoneContact: (id: string, outcome: PhoneContactOutcome, note: string) =>
    request<Entity>(at(id, '/phone-contacts'), { body: { outcome, note } }),
  simulateVerification: (id: string, passed: boolean, reason: string) =>
    request<unknown>(`/api/simulation/entities/${id}/verification`, { body: { passed, reason } }),
}

export function documentUrl(id: string, document: string): string {
  return at(id, `/documents/${encodeURIComponent(document)}`)
}
