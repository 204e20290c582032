import { Link } from 'react-router'
import { TaskCheckedIcon } from 'tdesign-icons-react'
import { Tag } from 'tdesign-react'
import { useEntityKinds, useWaitingEntities } from '../entities/entity-api'
import { usePick } from '../texts/language'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { Time } from '../ui/time'
import { reviewTexts } from './texts'

/** What waits for a reviewer's decision. */
export default function EntityQueuePage() {
  const t = useTexts(reviewTexts)
  const pick = usePick()
  const kinds = useEntityKinds()
  const waiting = useWaitingEntities()
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Loaded query={waiting}>
        {(found) =>
          found.length === 0 ? (
            <div className="card">
              <Empty icon={<TaskCheckedIcon />} title={t('empty.title')} text={t('empty.text')} />
            </div>
          ) : (
            <div className="card table-wrap" tabIndex={0} role="region" aria-label={t('title')}>
              <table className="table">
                <thead>
                  <tr>
                    <th>{t('owner')}</th>
                    <th>{t('kind')}</th>
                    <th>{t('submitted')}</th>
                    <th>{t('due')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.map(({ id, name, kind, submittedAt, dueAt }) => (
                    <tr key={id}>
                      <td>
                        <Link to={`/review/entities/${id}`}>{name}</Link>
                      </td>
                      <td>
                        {pick(kinds.data?.find(({ code }) => code === kind)?.label ?? { en: kind, zh: kind })}
                      </td>
                      <td>{submittedAt && <Time at={submittedAt} />}</td>
                      <td>
                        {dueAt && <Time at={dueAt} />}{' '}
                        {dueAt && new Date(dueAt) < new Date() && (
                          <Tag theme="danger" variant="light">
                            {t('overdue')}
                          </Tag>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}
