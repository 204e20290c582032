import type { CodeReviewSummary, ReviewedCode, ReviewGround, ReviewRule } from '@sampan/platform-api'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from '../api/request'

const PATH = '/api/review/code-reviews'

export const codeKeys = {
  all: ['review', 'code'],
  one: (id: string) => ['review', 'code', id],
} as const

export function useWaitingCode() {
  return useInfiniteQuery({
    queryKey: [...codeKeys.all, 'list'],
    refetchInterval: 15_000,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<{ reviews: CodeReviewSummary[]; next: string | null }>(
        pageParam === '' ? PATH : `${PATH}?before=${pageParam}`,
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  })
}

export function useReviewedCode(id: string) {
  return useQuery({
    queryKey: codeKeys.one(id),
    queryFn: () => request<ReviewedCode>(`${PATH}/${encodeURIComponent(id)}`),
  })
}

export function useReviewRules() {
  return useQuery({
    queryKey: ['review', 'rules'],
    staleTime: Infinity,
    queryFn: () => request<{ rules: ReviewRule[] }>('/api/review/rules').then(({ rules }) => rules),
  })
}

export function decideCode(
  { id, revision }: ReviewedCode,
  decision: { action: 'approve' | 'reject'; reason: string; grounds: ReviewGround[] },
): Promise<ReviewedCode> {
  return request(`${PATH}/${id}/steps`, { body: { revision, ...decision } })
}
