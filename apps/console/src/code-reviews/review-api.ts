import type { CodeReview, CodeReviewList, ReviewFinding, ReviewForm } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'
import { at, programKeys } from '../programs/program-api'

export const reviewKey = (appId: string) => [...programKeys.one(appId), 'reviews']

export function useCodeReviews(appId: string) {
  return useQuery({
    queryKey: reviewKey(appId),
    refetchInterval: 15_000,
    queryFn: () => request<CodeReviewList>(at(appId, '/reviews')),
  })
}

/** What stands in the way of submitting a version, and which pages it has. */
export function useCheck(appId: string, versionId: string) {
  return useQuery({
    queryKey: [...reviewKey(appId), 'check', versionId],
    enabled: versionId !== '',
    queryFn: () =>
      request<{ findings: ReviewFinding[]; pages: string[] }>(
        at(appId, `/reviews/check?versionId=${versionId}`),
      ),
  })
}

export type OwnStep = 'withdraw' | 'expedite' | 'appeal'

export const reviewApi = {
  submit: (appId: string, versionId: string, form: ReviewForm) =>
    request<CodeReview>(at(appId, '/reviews'), { body: { versionId, form } }),
  step: ({ appId, id, revision }: CodeReview, action: OwnStep, reason: string) =>
    request<CodeReview>(at(appId, `/reviews/${id}/steps`), { body: { revision, action, reason } }),
}
