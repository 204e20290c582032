import type { SimulatedMessage } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MailIcon } from 'tdesign-icons-react'
import { Tag } from 'tdesign-react'
import { request } from '../api/request'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Field } from '../ui/field'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { TextInput } from '../ui/text-input'
import { Time } from '../ui/time'
import { operatorTexts } from './texts'

const REFRESH_MS = 3000

/** What the platform would have sent, the newest first. */
export default function MessagesPage() {
  const t = useTexts(operatorTexts)
  const [recipient, setRecipient] = useState('')
  const messages = useQuery({
    queryKey: ['simulated-messages', recipient],
    refetchInterval: REFRESH_MS,
    queryFn: async ({ signal }) => {
      const query = recipient === '' ? '' : `?recipient=${encodeURIComponent(recipient)}`
      const path = `/api/simulated-messages${query}`
      return (await request<{ messages: SimulatedMessage[] }>(path, { signal })).messages
    },
  })
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Field label={t('find')}>
        {({ id }) => (
          <TextInput
            id={id}
            type="search"
            placeholder={t('find.hint')}
            value={recipient}
            onChange={(text) => setRecipient(text.trim())}
          />
        )}
      </Field>
      <Loaded query={messages}>
        {(found) =>
          found.length === 0 ? (
            <div className="card">
              <Empty icon={<MailIcon />} title={t('empty.title')} text={t('empty.text')} />
            </div>
          ) : (
            <ul className="lines card" aria-live="polite">
              {found.map(({ id, channel, recipient: to, subject, body, sentAt }) => (
                <li key={id}>
                  <div className="row">
                    <Tag variant="light">{t(`channel.${channel}`)}</Tag>
                    <b>{to}</b>
                    <span className="quiet">
                      <Time at={sentAt} />
                    </span>
                  </div>
                  {subject && <p>{subject}</p>}
                  <p className="message-text">{body}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
