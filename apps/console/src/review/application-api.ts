import type { ApplicationSummary, ReviewedApplication } from '@sampan/platform-api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from '../api/request'

const PATH = '/api/review/applications'

export const applicationKeys = {
  waiting: ['review', 'applications'],
  one: (id: string) => ['review', 'applications', id],
} as const

export function useWaitingApplications() {
  return useInfiniteQuery({
    queryKey: [...applicationKeys.waiting, 'list'],
    refetchInterval: 15_000,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<{ applications: ApplicationSummary[]; next: string | null }>(
        pageParam === '' ? PATH : `${PATH}?before=${pageParam}`,
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  })
}

export function useReviewedApplication(id: string) {
  return useQuery({
    queryKey: applicationKeys.one(id),
    queryFn: () => request<ReviewedApplication>(`${PATH}/${encodeURIComponent(id)}`),
  })
}

export const applicationPaperUrl = (id: string, paper: string) =>
  `${PATH}/${encodeURIComponent(id)}/papers/${encodeURIComponent(paper)}`

export function decideApplication(
  { id, revision }: ReviewedApplication,
  action: 'approve' | 'send-back',
  reason: string,
): Promise<ReviewedApplication> {
  return request(`${PATH}/${id}/steps`, { body: { revision, action, reason } })
}
