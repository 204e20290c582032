import type { EntityKindCode, FilingSettings } from '@sampan/platform-api'

/**
 * https://developers.weixin.qq.com/miniprogram/product/record/record_guidelines.html: everybody files, except owners from
 * abroad (https://developers.weixin.qq.com/community/business/doc/000a86174e81f0836172539ce6140d). A platform of another
 * country asks nobody.
 */
export const FILING_SETTINGS: FilingSettings = { isRequired: true, overseas: 'exempt' }

export function needsFiling(kind: EntityKindCode, { isRequired, overseas }: FilingSettings): boolean {
  return isRequired && (kind !== 'overseas' || overseas === 'required')
}
