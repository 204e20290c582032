import type { Entity } from '@sampan/platform-api'
import { Link, useParams } from 'react-router'
import { Button } from 'tdesign-react'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { useAction } from '../ui/use-action'
import { entityApi, entityKeys, useEntity, useEntityKinds } from './entity-api'
import { EntityFacts } from './entity-facts'
import { EntityForm } from './entity-form'
import { EntityPath } from './entity-path'
import { EntityState } from './entity-state'
import { entityTexts } from './texts'

/** One owner of mine: the form while it may be changed, what was handed in afterwards. */
export default function EntityPage() {
  const { id = '' } = useParams()
  const t = useTexts(entityTexts)
  const pick = usePick()
  const entity = useEntity(id)
  const kinds = useEntityKinds()
  return (
    <Loaded query={kinds}>
      {(known) => (
        <Loaded query={entity}>
          {(found) => {
            const kind = known.find(({ code }) => code === found.kind)!
            return (
              <Page
                title={found.name || t('unnamed')}
                intro={
                  <>
                    {pick(kind.label)} <EntityState state={found.state} />
                  </>
                }
                actions={<EntityActions entity={found} />}
              >
                <div className="columns">
                  <div className="stack">
                    {found.state === 'draft' || found.state === 'sent-back' ? (
                      <EntityForm key={found.id} entity={found} kind={kind} />
                    ) : (
                      <EntityFacts entity={found} kind={kind} />
                    )}
                  </div>
                  <div className="stack">
                    <Card title={t('path.title')}>
                      <EntityPath entity={found} />
                    </Card>
                    {found.history.length > 0 && (
                      <Card title={t('history')}>
                        <History steps={found.history} nameOf={(action) => t(`action.${action}`)} />
                      </Card>
                    )}
                  </div>
                </div>
              </Page>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

function EntityActions({ entity }: { entity: Entity }) {
  const t = useTexts(entityTexts)
  const changes = [entityKeys.mine, entityKeys.one(entity.id)]
  const withdraw = useAction({ run: () => entityApi.step(entity, 'withdraw'), changes, done: t('withdrawn') })
  const renew = useAction({ run: () => entityApi.step(entity, 'renew'), changes, done: t('renewed') })
  return (
    <>
      {entity.actions.includes('withdraw') && (
        <Button variant="outline" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('withdraw')}
        </Button>
      )}
      {entity.actions.includes('renew') && (
        <Button loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('renew')}
        </Button>
      )}
      {entity.state === 'approved' && (
        <Link to={`/programs?create=${entity.id}`}>
          <Button>{t('createProgram')}</Button>
        </Link>
      )}
    </>
  )
}
