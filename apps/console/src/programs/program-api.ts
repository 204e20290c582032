import type {
  Application,
  CategoryGroup,
  DataRegion,
  NameCheck,
  ProfileQuotas,
  Program,
  ProgramPage,
} from '@sampan/platform-api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from '../api/request'

export const programKeys = {
  all: ['programs'],
  one: (appId: string) => ['programs', appId],
  quotas: (appId: string) => ['programs', appId, 'quotas'],
  applications: (appId: string) => ['programs', appId, 'applications'],
} as const

export function usePrograms(query: string) {
  return useInfiniteQuery({
    queryKey: [...programKeys.all, 'list', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ query })
      if (pageParam !== '') search.set('before', pageParam)
      return request<ProgramPage>(`/api/programs?${search}`, { signal })
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
}

export function useProgram(appId: string) {
  return useQuery({
    queryKey: programKeys.one(appId),
    refetchInterval: 15_000,
    queryFn: () => request<Program>(at(appId)),
  })
}

export function useQuotas(appId: string) {
  return useQuery({
    queryKey: programKeys.quotas(appId),
    queryFn: () => request<ProfileQuotas>(at(appId, '/quotas')),
  })
}

export function useCategories(appId: string) {
  return useQuery({
    queryKey: ['categories', appId],
    staleTime: Infinity,
    queryFn: () =>
      request<{ groups: CategoryGroup[] }>(`/api/categories?appId=${appId}`).then(({ groups }) => groups),
  })
}

export const at = (appId: string, rest = '') => `/api/programs/${encodeURIComponent(appId)}${rest}`

export const programApi = {
  create: (entityId: string) => request<Program>('/api/programs', { body: { entityId } }),
  checkName: (appId: string, name: string) =>
    request<NameCheck>(at(appId, '/name-check'), { body: { name } }),
  saveName: ({ appId, revision }: Program, name: string) =>
    request<Program>(at(appId, '/name'), { method: 'PUT', body: { revision, name } }),
  saveIntro: ({ appId, revision }: Program, intro: string) =>
    request<Program>(at(appId, '/intro'), { method: 'PUT', body: { revision, intro } }),
  saveDataRegion: ({ appId, revision }: Program, dataRegion: DataRegion) =>
    request<Program>(at(appId, '/data-region'), { method: 'PUT', body: { revision, dataRegion } }),
  saveAvatar: ({ appId, revision }: Program, picture: File) =>
    request<Program>(at(appId, `/avatar?revision=${revision}`), { method: 'PUT', body: picture }),
  addCategory: (appId: string, category: string) =>
    request<Application>(at(appId, '/applications'), { body: { kind: 'category', value: category } }),
  removeApplication: (appId: string, id: string) =>
    request<void>(at(appId, `/applications/${id}`), { method: 'DELETE' }),
}
