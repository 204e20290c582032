import { useEntityKinds, useWaitingEntities } from '../entities/entity-api'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { reviewTexts } from './texts'
import { WaitingTable } from './waiting-table'

/** Registrations that wait for a reviewer's decision. */
export default function EntityQueuePage() {
  const t = useTexts(reviewTexts)
  const pick = usePick()
  const kinds = useEntityKinds()
  const waiting = useWaitingEntities()
  const kindName = (code: string) =>
    pick(kinds.data?.find((kind) => kind.code === code)?.label ?? { en: code, zh: code })
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Loaded query={waiting}>
        {(found) => (
          <WaitingTable
            label={t('title')}
            columns={[t('owner'), t('kind')]}
            lines={found.map(({ id, name, kind, submittedAt, dueAt }) => ({
              id,
              to: `/review/entities/${id}`,
              title: name,
              cells: [kindName(kind)],
              submittedAt,
              dueAt,
            }))}
          />
        )}
      </Loaded>
    </Page>
  )
}
