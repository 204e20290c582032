import type { AuditEntry, AuditPage } from '@sampan/platform-api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { HistoryIcon } from 'tdesign-icons-react'
import { Button } from 'tdesign-react'
import { request } from '../api/request'
import { useMembers } from '../members/member-api'
import { roleTexts } from '../members/role-texts'
import { ProgramPage } from '../programs/program-page'
import { at, programKeys } from '../programs/program-api'
import { useLanguage } from '../texts/language'
import { findText, useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Field } from '../ui/field'
import { Loaded } from '../ui/loaded'
import { Choice } from '../ui/text-input'
import { Time } from '../ui/time'
import { uiTexts } from '../ui/texts'
import { readableDetails } from './readable-details'
import { journalTexts } from './texts'

/** Who did what to the program, and when. */
export default function JournalPage() {
  return <ProgramPage>{({ appId }) => <Journal appId={appId} />}</ProgramPage>
}

function Journal({ appId }: { appId: string }) {
  const t = useTexts(journalTexts)
  const ui = useTexts(uiTexts)
  const [userId, setUserId] = useState('')
  const members = useMembers(appId)
  const journal = useInfiniteQuery({
    queryKey: [...programKeys.one(appId), 'audit', userId],
    refetchInterval: 15_000,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams()
      if (pageParam !== '') search.set('before', pageParam)
      if (userId !== '') search.set('userId', userId)
      return request<AuditPage>(at(appId, `/audit?${search}`), { signal })
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
  const people = [
    { value: '', label: t('everybody') },
    ...(members.data?.members.map((member) => ({ value: member.userId, label: member.name })) ?? []),
  ]
  return (
    <div className="stack">
      <p className="quiet">{t('intro')}</p>
      <div className="search">
        <Field label={t('person')}>
          {({ id }) => <Choice id={id} value={userId} onChange={setUserId} options={people} />}
        </Field>
      </div>
      <Loaded query={journal}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries)
          if (entries.length === 0) {
            return (
              <div className="card">
                <Empty icon={<HistoryIcon />} title={t('empty.title')} text={t('empty.text')} />
              </div>
            )
          }
          return (
            <>
              <ul className="lines card">
                {entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ul>
              {journal.hasNextPage && (
                <p className="more">
                  <Button
                    variant="outline"
                    loading={journal.isFetchingNextPage}
                    onClick={() => void journal.fetchNextPage()}
                  >
                    {ui('more')}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function Entry({ entry: { action, by, details, address, at: when } }: { entry: AuditEntry }) {
  const t = useTexts(journalTexts)
  const { language } = useLanguage()
  const what = findText(journalTexts, language, `action.${action}`) ?? action.replaceAll('-', ' ')
  const role = (code: string) => findText(roleTexts, language, code) ?? code
  const more = readableDetails(details).map(role)
  return (
    <li>
      <div className="row">
        <b>{what}</b>
        <span>{by === null ? t('platform') : by.name}</span>
        <span className="quiet">
          <Time at={when} />
          {address && ` · ${address}`}
        </span>
      </div>
      {more.length > 0 && <p className="quiet">{more.join(' · ')}</p>}
    </li>
  )
}
