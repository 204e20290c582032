import type { Entity } from '@sampan/platform-api'
import { useLanguage } from '../texts/language'
import { useTexts } from '../texts/texts'
import { ProgressPath } from '../ui/progress-path'
import type { PathStep } from '../ui/progress-path'
import { entityTexts } from './texts'

type StepState = PathStep['state']

/** Position of each state: form, verification, review, ready. */
const POSITION: Record<Entity['state'], { at: number; failed?: true }> = {
  draft: { at: 0 },
  'sent-back': { at: 0 },
  verifying: { at: 1 },
  expired: { at: 1, failed: true },
  'in-review': { at: 2 },
  refused: { at: 2, failed: true },
  lapsed: { at: 2, failed: true },
  approved: { at: 4 },
}

/** Registration from the form to the account. */
export function EntityPath({ entity }: { entity: Entity }) {
  const t = useTexts(entityTexts)
  const { language } = useLanguage()
  const { at, failed } = POSITION[entity.state]
  const stateOf = (position: number): StepState =>
    position < at ? 'done' : position > at ? 'next' : failed ? 'failed' : 'now'
  const due = entity.dueAt
    ? new Date(entity.dueAt).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB')
    : ''
  const reason = entity.history.at(-1)?.reason ?? ''
  const hasVerification =
    entity.verificationRoute === 'remittance' || entity.verificationRoute === 'legal-person-face'

  const steps: PathStep[] = [
    {
      id: 'fill',
      title: t('path.fill'),
      state: stateOf(0),
      detail:
        entity.state === 'sent-back'
          ? t('path.sent-back', { reason })
          : entity.problems.length > 0 && t('missing.count', { count: entity.problems.length }),
    },
    {
      id: 'verify',
      title: t('path.verify'),
      state: stateOf(1),
      detail:
        entity.state === 'expired'
          ? t('path.expired')
          : entity.state === 'verifying' &&
            t('path.verify.now', {
              provider: t(entity.verificationRoute === 'remittance' ? 'bank' : 'face'),
              due,
            }),
    },
    {
      id: 'review',
      title: t('path.review'),
      state: stateOf(2),
      detail:
        entity.state === 'refused'
          ? t('path.refused', { reason })
          : entity.state === 'in-review' && t('path.review.now', { due }),
    },
    {
      id: 'done',
      title: t('path.done'),
      state: stateOf(3),
      detail: entity.state === 'approved' && t('path.done.now'),
    },
  ]
  return <ProgressPath steps={steps.filter(({ id }) => id !== 'verify' || hasVerification || at < 1)} />
}
