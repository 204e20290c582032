import type { ProgramVersion } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'
import { at, programKeys } from '../programs/program-api'

export const versionKey = (appId: string) => [...programKeys.one(appId), 'versions']

export function useVersions(appId: string) {
  return useQuery({
    queryKey: versionKey(appId),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'compiling') ? 1000 : 15_000,
    queryFn: () =>
      request<{ versions: ProgramVersion[] }>(at(appId, '/versions')).then(({ versions }) => versions),
  })
}

export const versionApi = {
  chooseTrial: (appId: string, versionId: string | null) =>
    request<unknown>(at(appId, '/trial'), { method: 'PUT', body: { versionId } }),
  remove: (appId: string, id: string) => request<unknown>(at(appId, `/versions/${id}`), { method: 'DELETE' }),
}
