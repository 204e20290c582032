import type { StepRecord } from '@sampan/platform-api'
import { useTexts } from '../texts/texts'
import { uiTexts } from './texts'
import { Time } from './time'

/** What happened to something that is decided upon: the newest first. */
export function History<Action extends string>(props: {
  steps: Pick<StepRecord<string, Action>, 'action' | 'reason' | 'by' | 'at'>[]
  nameOf(action: Action): string
}) {
  const t = useTexts(uiTexts)
  return (
    <ul className="history">
      {props.steps.toReversed().map(({ action, reason, by, at }) => (
        <li key={at + action}>
          <b>{props.nameOf(action)}</b> {by && <span className="quiet">{t('by', { name: by })}</span>}{' '}
          <span className="quiet">
            <Time at={at} />
          </span>
          {reason && <p>{reason}</p>}
        </li>
      ))}
    </ul>
  )
}
