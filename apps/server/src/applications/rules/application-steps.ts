import type { ApplicationAction, ApplicationState } from '@sampan/platform-api'
import type { Step } from '../../process/steps'

export type ApplicationActor = 'applicant' | 'reviewer'

/** How papers are looked at. What needs none is approved as it is asked for. */
export const APPLICATION_STEPS: readonly Step<ApplicationState, ApplicationAction, ApplicationActor>[] = [
  { action: 'submit', from: ['draft', 'sent-back'], to: 'in-review', by: ['applicant'] },
  { action: 'withdraw', from: ['in-review'], to: 'draft', by: ['applicant'] },
  { action: 'send-back', from: ['in-review'], to: 'sent-back', by: ['reviewer'] },
  { action: 'approve', from: ['in-review'], to: 'approved', by: ['reviewer'] },
]

/** Names with protected words take longer. https://developers.weixin.qq.com/miniprogram/introduction/ */
export const REVIEW_WORKING_DAYS = { name: 7, category: 2 }

/** After the decision, in case it is appealed against. */
export const KEEP_PAPERS_DAYS = 30

/** Of a name: one of these is enough. */
export const NAME_PAPERS = [
  [{ id: 'trademark', label: { en: 'Trademark certificate', zh: '商标注册证' } }],
  [{ id: 'authorisation', label: { en: 'Authorisation letter', zh: '授权书' } }],
  [{ id: 'entityProof', label: { en: 'Certificate that bears the name', zh: '与名称一致的主体证件' } }],
]
