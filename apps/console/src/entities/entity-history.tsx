import type { Entity } from '@sampan/platform-api'
import { useTexts } from '../texts/texts'
import { Time } from '../ui/time'
import { entityTexts } from './texts'

/** What happened to a registration: newest first. */
export function EntityHistory({ entity }: { entity: Entity }) {
  const t = useTexts(entityTexts)
  return (
    <ul className="history">
      {entity.history.toReversed().map(({ action, reason, by, at }) => (
        <li key={at + action}>
          <b>{t(`action.${action}`)}</b> {by && <span className="quiet">{t('by', { name: by })}</span>}{' '}
          <span className="quiet">
            <Time at={at} />
          </span>
          {reason && <p>{reason}</p>}
        </li>
      ))}
    </ul>
  )
}
