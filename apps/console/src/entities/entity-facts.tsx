import type { Entity, EntityKind } from '@sampan/platform-api'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { documentUrl } from './entity-api'
import { entityTexts } from './texts'

/** What was filled in, to read. */
export function EntityFacts({ entity, kind }: { entity: Entity; kind: EntityKind }) {
  const t = useTexts(entityTexts)
  const pick = usePick()
  return (
    <>
      <Card title={t('form.title')}>
        <Facts facts={kind.fields.map(({ id, label }) => [pick(label), entity.answers[id]] as const)} />
      </Card>
      {entity.documents.length > 0 && (
        <Card title={t('documents.title')}>
          <div className="papers">
            {entity.documents.map(({ id, uploadedAt }) => {
              const label = kind.documents.find((each) => each.id === id)?.label
              const url = `${documentUrl(entity.id, id)}?at=${encodeURIComponent(uploadedAt)}`
              return (
                <a key={id} href={url} target="_blank" rel="noreferrer">
                  <img src={url} alt={label ? pick(label) : id} loading="lazy" />
                  {label && pick(label)}
                </a>
              )
            })}
          </div>
        </Card>
      )}
    </>
  )
}
