import type { Backend, DomainProblem, ProgramDomains, ServerDomainLists } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request, type RequestProblem } from '../api/request'
import { at, programKeys } from '../programs/program-api'

export const domainKeys = {
  lists: (appId: string) => [...programKeys.one(appId), 'domains'],
  backends: (appId: string) => [...programKeys.one(appId), 'backends'],
}

export function useDomains(appId: string) {
  return useQuery({
    queryKey: domainKeys.lists(appId),
    queryFn: () => request<ProgramDomains>(at(appId, '/domains')),
  })
}

export function useBackends(appId: string) {
  return useQuery({
    queryKey: domainKeys.backends(appId),
    queryFn: () =>
      request<{ backends: Backend[] }>(at(appId, '/domains/backends')).then(({ backends }) => backends),
  })
}

export const domainApi = {
  saveServers: (
    appId: string,
    body: { revision: number; lists: ServerDomainLists; icpNumbers: Record<string, string> },
  ) => request<ProgramDomains>(at(appId, '/domains/servers'), { method: 'PUT', body }),
  saveWebView: (appId: string, body: { revision: number; domains: string[] }) =>
    request<ProgramDomains>(at(appId, '/domains/web-view'), { method: 'PUT', body }),
  measure: (appId: string) =>
    request<{ backends: Backend[] }>(at(appId, '/domains/backends/measurement'), { method: 'POST' }),
}

/** Which addresses a refusal is about. */
export function domainProblems({ problem }: RequestProblem): DomainProblem[] {
  return problem.domains ?? []
}

export const toLines = (list: readonly string[]) => list.join('\n')
export const fromLines = (text: string) => text.split(/[\s,;]+/).filter(Boolean)
