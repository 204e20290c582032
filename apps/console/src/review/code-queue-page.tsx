import { Button, Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { uiTexts } from '../ui/texts'
import { useWaitingCode } from './code-api'
import { codeTexts } from './code-texts'
import { WaitingTable } from './waiting-table'

/** Versions of mini programs that wait for a reviewer's decision. */
export default function CodeQueuePage() {
  const t = useTexts(codeTexts)
  const ui = useTexts(uiTexts)
  const waiting = useWaitingCode()
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Loaded query={waiting}>
        {({ pages }) => (
          <>
            <WaitingTable
              label={t('title')}
              columns={[t('program'), t('version'), t('owner')]}
              lines={pages.flatMap(({ reviews }) =>
                reviews.map(({ id, programName, entityName, number, isExpedited, submittedAt, dueAt }) => ({
                  id,
                  to: `/review/code/${id}`,
                  title: programName,
                  cells: [
                    <>
                      {number}{' '}
                      {isExpedited && (
                        <Tag theme="primary" variant="light">
                          {t('expedited')}
                        </Tag>
                      )}
                    </>,
                    entityName,
                  ],
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
