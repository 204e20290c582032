import type { EntitySummary } from '@sampan/platform-api'
import { useState } from 'react'
import { Link } from 'react-router'
import { UserBusinessIcon } from 'tdesign-icons-react'
import { Button } from 'tdesign-react'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { Time } from '../ui/time'
import { useEntityKinds, useMyEntities } from './entity-api'
import { EntityState } from './entity-state'
import { KindDialog } from './kind-dialog'
import { entityTexts } from './texts'

/** The owners that I registered. */
export default function EntityListPage() {
  const t = useTexts(entityTexts)
  const entities = useMyEntities()
  const [isChoosing, setChoosing] = useState(false)
  const register = <Button onClick={() => setChoosing(true)}>{t('register')}</Button>
  return (
    <Page title={t('title')} intro={t('intro')} actions={register}>
      <Loaded query={entities}>
        {(found) =>
          found.length === 0 ? (
            <div className="card">
              <Empty
                icon={<UserBusinessIcon />}
                title={t('empty.title')}
                text={t('empty.text')}
                action={<Button onClick={() => setChoosing(true)}>{t('register')}</Button>}
              />
            </div>
          ) : (
            <div className="cards">
              {found.map((entity) => (
                <EntityCard key={entity.id} entity={entity} />
              ))}
            </div>
          )
        }
      </Loaded>
      <KindDialog isOpen={isChoosing} onClose={() => setChoosing(false)} />
    </Page>
  )
}

function EntityCard({ entity }: { entity: EntitySummary }) {
  const t = useTexts(entityTexts)
  const pick = usePick()
  const kinds = useEntityKinds()
  const kind = kinds.data?.find(({ code }) => code === entity.kind)
  return (
    <Link className="card card--link" to={`/account/entities/${entity.id}`}>
      <div className="row">
        <b>{entity.name || t('unnamed')}</b>
        <EntityState state={entity.state} />
      </div>
      <p className="quiet">{kind && pick(kind.label)}</p>
      <p className="quiet">
        {entity.dueAt && entity.state !== 'approved' ? t('due') : t('since')}{' '}
        <Time at={(entity.state !== 'approved' && entity.dueAt) || entity.createdAt} />
      </p>
    </Link>
  )
}
