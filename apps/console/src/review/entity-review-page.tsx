import type { Entity } from '@sampan/platform-api'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Button } from 'tdesign-react'
import { useMe } from '../api/session'
import { entityApi, entityKeys, useEntity, useEntityKinds } from '../entities/entity-api'
import { EntityFacts } from '../entities/entity-facts'
import { EntityState } from '../entities/entity-state'
import { entityTexts } from '../entities/texts'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { useAction } from '../ui/use-action'
import { Decision } from './decision'
import { PhoneContacts } from './phone-contacts'
import { reviewTexts } from './texts'

/** One registration as the reviewer sees it: what was handed in, beside the decision. */
export default function EntityReviewPage() {
  const { id = '' } = useParams()
  const pick = usePick()
  const tEntity = useTexts(entityTexts)
  const { staffRoles } = useMe()
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
                title={found.name}
                intro={
                  <>
                    {pick(kind.label)} <EntityState state={found.state} />
                  </>
                }
              >
                <div className="columns">
                  <div className="stack">
                    <EntityFacts entity={found} kind={kind} />
                  </div>
                  <div className="stack">
                    {found.state === 'verifying' && staffRoles.includes('operator') && (
                      <SimulatedProvider entity={found} />
                    )}
                    <Decision
                      actions={found.actions}
                      decide={(action, reason) => entityApi.step(found, action, reason)}
                      changes={[entityKeys.waiting, entityKeys.one(found.id)]}
                      backTo="/review/entities"
                    />
                    <PhoneContacts
                      contacts={found.phoneContacts}
                      mayCall={found.state === 'in-review'}
                      note={(outcome, note) => entityApi.notePhoneContact(found.id, outcome, note)}
                      changes={[entityKeys.one(found.id)]}
                    />
                    <Card title={tEntity('history')}>
                      <History steps={found.history} nameOf={(action) => tEntity(`action.${action}`)} />
                    </Card>
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

/** In the place of a bank or a face check, which this platform does not have. */
function SimulatedProvider({ entity }: { entity: Entity }) {
  const t = useTexts(reviewTexts)
  const [answered, setAnswered] = useState<boolean>()
  const answer = useAction({
    run: (passed: boolean) => entityApi.simulateVerification(entity.id, passed, ''),
    changes: [entityKeys.one(entity.id), entityKeys.waiting],
    done: t('simulation.done'),
  })
  const send = (passed: boolean) => {
    setAnswered(passed)
    answer.mutate(passed)
  }
  return (
    <Card title={t('simulation.title')}>
      <p>{t('simulation.text')}</p>
      <div className="form-end">
        <Button loading={answer.isPending && answered === true} onClick={() => send(true)}>
          {t('simulation.pass')}
        </Button>
        <Button
          theme="danger"
          variant="outline"
          loading={answer.isPending && answered === false}
          onClick={() => send(false)}
        >
          {t('simulation.fail')}
        </Button>
      </div>
    </Card>
  )
}
