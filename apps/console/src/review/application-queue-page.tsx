import { Button } from 'tdesign-react'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { uiTexts } from '../ui/texts'
import { useWaitingApplications } from './application-api'
import { reviewTexts } from './texts'
import { WaitingTable } from './waiting-table'

/** Names and categories of mini programs that wait for a reviewer's decision. */
export default function ApplicationQueuePage() {
  const t = useTexts(reviewTexts)
  const ui = useTexts(uiTexts)
  const pick = usePick()
  const waiting = useWaitingApplications()
  return (
    <Page title={t('applications.title')} intro={t('applications.intro')}>
      <Loaded query={waiting}>
        {({ pages }) => (
          <>
            <WaitingTable
              label={t('applications.title')}
              columns={[t('wanted'), t('program'), t('owner')]}
              lines={pages.flatMap(({ applications }) =>
                applications.map(({ id, kind, label, programName, entityName, submittedAt, dueAt }) => ({
                  id,
                  to: `/review/applications/${id}`,
                  title: t(`wanted.${kind}`, { value: pick(label) }),
                  cells: [programName || t('unnamed'), entityName],
                  submittedAt,
                  dueAt,
                })),
              )}
            />
            {waiting.hasNextPage && (
              <p className="more">
                <Button
                  variant="outline"
                  loading={waiting.isFetchingNextPage}
                  onClick={() => void waiting.fetchNextPage()}
                >
                  {ui('more')}
                </Button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
