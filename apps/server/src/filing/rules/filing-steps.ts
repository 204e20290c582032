import type { FilingAction, FilingState } from '@sampan/platform-api'
import type { Step } from '../../process/steps'

export type FilingActor = 'administrator' | 'reviewer' | 'regulator' | 'face-provider' | 'ministry' | 'clock'

/**
 * https://developers.weixin.qq.com/miniprogram/product/record/record_guidelines.html and …/sms_verification.html.
 * It may be withdrawn until the regulator has it.
 */
export const FILING_STEPS: readonly Step<FilingState, FilingAction, FilingActor>[] = [
  { action: 'submit', from: ['draft'], to: 'face-check', by: ['administrator'] },
  { action: 'face-passed', from: ['face-check'], to: 'platform-review', by: ['face-provider'] },
  { action: 'face-failed', from: ['face-check'], to: 'draft', by: ['face-provider'] },
  {
    action: 'withdraw',
    from: ['face-check', 'platform-review', 'sms-check'],
    to: 'draft',
    by: ['administrator'],
  },
  { action: 'platform-approve', from: ['platform-review'], to: 'sms-check', by: ['reviewer'] },
  { action: 'platform-forward', from: ['platform-review'], to: 'regulator-review', by: ['reviewer'] },
  { action: 'platform-reject', from: ['platform-review'], to: 'platform-rejected', by: ['reviewer'] },
  { action: 'sms-confirmed', from: ['sms-check'], to: 'regulator-review', by: ['ministry'] },
  { action: 'sms-expired', from: ['sms-check'], to: 'platform-rejected', by: ['clock'] },
  { action: 'sms-tries-used', from: ['sms-check'], to: 'platform-rejected', by: ['ministry'] },
  { action: 'regulator-approve', from: ['regulator-review'], to: 'filed', by: ['regulator'] },
  { action: 'regulator-reject', from: ['regulator-review'], to: 'regulator-rejected', by: ['regulator'] },
  {
    action: 'correct',
    from: ['platform-rejected', 'regulator-rejected'],
    to: 'draft',
    by: ['administrator'],
  },
  { action: 'change', from: ['filed'], to: 'draft', by: ['administrator'] },
  { action: 'give-up-change', from: ['draft'], to: 'filed', by: ['administrator'] },
  {
    action: 'correction-late',
    from: ['platform-rejected', 'regulator-rejected'],
    to: 'draft',
    by: ['clock'],
  },
  { action: 'cancel', from: ['filed'], to: 'cancel-check', by: ['administrator'] },
  { action: 'cancel-at-once', from: ['filed'], to: 'cancelling', by: ['administrator', 'ministry'] },
  { action: 'sms-confirmed', from: ['cancel-check'], to: 'cancelling', by: ['ministry'] },
  { action: 'sms-expired', from: ['cancel-check'], to: 'filed', by: ['clock'] },
  { action: 'sms-tries-used', from: ['cancel-check'], to: 'filed', by: ['ministry'] },
  { action: 'withdraw', from: ['cancel-check'], to: 'filed', by: ['administrator'] },
  { action: 'cancel-done', from: ['cancelling'], to: 'cancelled', by: ['regulator'] },
  { action: 'begin-again', from: ['cancelled'], to: 'draft', by: ['administrator'] },
]
