import type { CodeReviewAction, CodeReviewState } from '@sampan/platform-api'
import type { Step } from '../../process/steps'

export type ReviewActor = 'member' | 'reviewer'

export const REVIEW_STEPS: readonly Step<CodeReviewState, CodeReviewAction, ReviewActor>[] = [
  { action: 'withdraw', from: ['in-review'], to: 'withdrawn', by: ['member'] },
  { action: 'expedite', from: ['in-review'], to: 'in-review', by: ['member'] },
  { action: 'replace', from: ['in-review'], to: 'replaced', by: ['member'] },
  { action: 'approve', from: ['in-review'], to: 'approved', by: ['reviewer'] },
  { action: 'reject', from: ['in-review'], to: 'rejected', by: ['reviewer'] },
  { action: 'appeal', from: ['rejected'], to: 'in-review', by: ['member'] },
]

/** https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management */
export interface ReviewLimits {
  workingDays: number
  expeditedHours: number
  withdrawalsPerDay: number
  expeditesPerYear: number
  mostPages: number
}

export const REVIEW_LIMITS: ReviewLimits = {
  workingDays: 7,
  expeditedHours: 2,
  withdrawalsPerDay: 5,
  expeditesPerYear: 3,
  mostPages: 5,
}
