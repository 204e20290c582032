import { Button } from 'tdesign-react'
import { WaitingTable } from '../review/waiting-table'
import { useTexts } from '../texts/texts'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { uiTexts } from '../ui/texts'
import { useWaitingFilings, type Office } from './filing-api'
import { filingTexts } from './texts'

/** The filings that wait at a desk. */
export function DeskList({ office }: { office: Office }) {
  const t = useTexts(filingTexts)
  const ui = useTexts(uiTexts)
  const waiting = useWaitingFilings(office)
  return (
    <Page title={t(`${office}.title`)} intro={t(`${office}.intro`)}>
      <Loaded query={waiting}>
        {({ pages }) => (
          <>
            <WaitingTable
              label={t(`${office}.title`)}
              columns={[t('program'), t('owner'), t('kind')]}
              lines={pages.flatMap(({ filings }) =>
                filings.map(({ id, programName, entityName, kind, submittedAt, dueAt }) => ({
                  id,
                  to: `/${office}/filings/${id}`,
                  title: programName,
                  cells: [entityName, t(`kind.${kind}`)],
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
