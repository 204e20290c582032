import type { Quota } from '@sampan/platform-api'
import { useTexts } from '../texts/texts'
import { programTexts } from './texts'

/** How many changes are left. */
export function QuotaNote({ quota }: { quota: Quota | undefined }) {
  const t = useTexts(programTexts)
  if (!quota) return null
  return <>{t('quota', { left: Math.max(0, quota.limit - quota.used), limit: quota.limit })}</>
}
