import type { Notice } from '@sampan/platform-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { NotificationIcon } from 'tdesign-icons-react'
import { Button, Tag } from 'tdesign-react'
import { request } from '../api/request'
import { sessionKey } from '../api/session'
import { useLanguage } from '../texts/language'
import { findText, useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { Time } from '../ui/time'
import { uiTexts } from '../ui/texts'
import { useAction } from '../ui/use-action'
import { noticeTexts } from './texts'

const KEY = ['notices']
/** As many as the server answers at once. */
const PAGE_SIZE = 50

/** My inbox, the newest first. */
export default function NoticesPage() {
  const t = useTexts(noticeTexts)
  const ui = useTexts(uiTexts)
  const notices = useInfiniteQuery({
    queryKey: KEY,
    refetchInterval: 15_000,
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === '' ? '' : `?before=${pageParam}`
      return (await request<{ notices: Notice[] }>(`/api/notices${query}`, { signal })).notices
    },
    getNextPageParam: (last) => (last.length < PAGE_SIZE ? undefined : String(last.at(-1)!.id)),
  })
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Loaded query={notices}>
        {({ pages }) =>
          pages[0]!.length === 0 ? (
            <div className="card">
              <Empty icon={<NotificationIcon />} title={t('empty.title')} text={t('empty.text')} />
            </div>
          ) : (
            <>
              <ul className="lines card">
                {pages.flat().map((notice) => (
                  <NoticeLine key={notice.id} notice={notice} />
                ))}
              </ul>
              {notices.hasNextPage && (
                <p className="more">
                  <Button
                    variant="outline"
                    loading={notices.isFetchingNextPage}
                    onClick={() => void notices.fetchNextPage()}
                  >
                    {ui('more')}
                  </Button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function NoticeLine({ notice }: { notice: Notice }) {
  const t = useTexts(noticeTexts)
  const { language } = useLanguage()
  const { id, kind, params, link, createdAt, readAt } = notice
  const read = useAction({
    run: () => request(`/api/notices/${id}/read`, { method: 'POST' }),
    changes: [KEY, sessionKey],
  })
  const text = fillIn(findText(noticeTexts, language, `kind.${kind}`) ?? t('other'), params)
  return (
    <li>
      <div className="row">
        <Link to={link} onClick={() => readAt === null && read.mutate()}>
          {readAt === null ? <b>{text}</b> : text}
        </Link>
        {readAt === null && (
          <Tag theme="warning" variant="light">
            {t('unread')}
          </Tag>
        )}
        <span className="quiet">
          <Time at={createdAt} />
        </span>
      </div>
      {params.reason && <p>{t('reason', { reason: params.reason })}</p>}
    </li>
  )
}

function fillIn(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? params[name]! : whole,
  )
}
