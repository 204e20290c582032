import { Link } from 'react-router'
import { useMe } from '../api/session'
import { useMyEntities, useWaitingEntities } from '../entities/entity-api'
import { EntityState } from '../entities/entity-state'
import { entityTexts } from '../entities/texts'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { ProgressPath } from '../ui/progress-path'
import { overviewTexts } from './texts'

/** The first screen: the way for newcomers, what waits for everybody else. */
export default function OverviewPage() {
  const t = useTexts(overviewTexts)
  const me = useMe()
  return (
    <Page title={t('title', { name: me.name })} intro={t('intro')}>
      <div className="columns">
        <div className="stack">
          <FirstSteps />
          <Owners />
        </div>
        <div className="stack">
          {me.staffRoles.includes('reviewer') && <ReviewWork />}
          <Card title={t('news')}>
            {me.unreadNotices > 0 ? (
              <Link to="/notices">{t('news.unread', { count: me.unreadNotices })}</Link>
            ) : (
              <p className="quiet">{t('news.none')}</p>
            )}
          </Card>
        </div>
      </div>
    </Page>
  )
}

function FirstSteps() {
  const t = useTexts(overviewTexts)
  const { data: entities } = useMyEntities()
  if (!entities) return null
  const hasOwner = entities.some(({ state }) => state === 'approved')
  return (
    <Card title={t('start.title')}>
      <ProgressPath
        steps={[
          {
            id: 'owner',
            title: t('start.owner'),
            state: hasOwner ? 'done' : 'now',
            detail: hasOwner ? undefined : (
              <>
                {t('start.owner.text')} <Link to="/account/entities">{t('start.owner.do')}</Link>
              </>
            ),
          },
          {
            id: 'program',
            title: t('start.program'),
            state: hasOwner ? 'now' : 'next',
            detail: t('start.program.text'),
          },
          { id: 'build', title: t('start.build'), state: 'next', detail: t('start.build.text') },
          { id: 'release', title: t('start.release'), state: 'next', detail: t('start.release.text') },
        ]}
      />
    </Card>
  )
}

function Owners() {
  const t = useTexts(overviewTexts)
  const tEntity = useTexts(entityTexts)
  const { data: entities } = useMyEntities()
  if (!entities || entities.length === 0) return null
  return (
    <Card title={t('owners')} action={<Link to="/account/entities">{t('all')}</Link>}>
      <ul className="lines">
        {entities.slice(0, 5).map(({ id, name, state }) => (
          <li key={id} className="row">
            <Link to={`/account/entities/${id}`}>{name || tEntity('unnamed')}</Link>
            <EntityState state={state} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ReviewWork() {
  const t = useTexts(overviewTexts)
  const waiting = useWaitingEntities()
  return (
    <Card title={t('waiting')}>
      <Loaded query={waiting}>
        {({ length: count }) =>
          count > 0 ? (
            <Link to="/review/entities">{t('waiting.entities', { count })}</Link>
          ) : (
            <p className="quiet">{t('waiting.none')}</p>
          )
        }
      </Loaded>
    </Card>
  )
}
