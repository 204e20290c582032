import type { Filing } from '@sampan/platform-api'
import { useLanguage } from '../texts/language'
import { useTexts } from '../texts/texts'
import { ProgressPath } from '../ui/progress-path'
import { filingTexts } from './texts'

const STEPS = ['fill', 'face', 'review', 'sms', 'regulator', 'number'] as const

/** Position of each state among the steps. */
const POSITION: Record<Filing['state'], { at: number; failed?: true }> = {
  draft: { at: 0 },
  'face-check': { at: 1 },
  'platform-review': { at: 2 },
  'platform-rejected': { at: 2, failed: true },
  'sms-check': { at: 3 },
  'regulator-review': { at: 4 },
  'regulator-rejected': { at: 4, failed: true },
  filed: { at: 6 },
  'cancel-check': { at: 6 },
  cancelling: { at: 6 },
  cancelled: { at: 0 },
}

/** A filing from the form to its number: who is waited for, and until when. */
export function FilingPath({ filing }: { filing: Filing | null }) {
  const t = useTexts(filingTexts)
  const { language } = useLanguage()
  const { at, failed } = filing ? POSITION[filing.state] : { at: 0 }
  const due = filing?.dueAt
    ? new Date(filing.dueAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
        dateStyle: 'medium',
        timeStyle: 'short',
      })
    : ''
  const reason = filing?.history.at(-1)?.reason ?? ''
  return (
    <ProgressPath
      steps={STEPS.map((id, position) => {
        const isNow = position === at
        const isBack = isNow && failed
        const values = { due, reason: reason || t('see.remarks'), number: filing?.number ?? '' }
        return {
          id,
          title: t(`path.${id}`),
          state: position < at ? 'done' : !isNow ? 'next' : isBack ? 'failed' : 'now',
          detail: isBack
            ? t('path.back', values)
            : (isNow || (id === 'number' && at > position)) && t(`path.${id}.now`, values),
        }
      })}
    />
  )
}
