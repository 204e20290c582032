import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { securityApi, sessionsKey } from './security-api'
import { securityTexts } from './texts'

/** Browsers, phones and command lines that are signed in as me. */
export function Devices() {
  const t = useTexts(securityTexts)
  const devices = useQuery({ queryKey: sessionsKey, queryFn: securityApi.listDevices })
  const end = useAction({
    run: (token: string) => securityApi.endDevice(token),
    changes: [sessionsKey],
    done: t('sessions.ended'),
  })
  const endOthers = useAction({
    run: securityApi.endOtherDevices,
    changes: [sessionsKey],
    done: t('sessions.ended'),
  })
  const hasOthers = (devices.data?.devices.length ?? 0) > 1
  return (
    <Card
      title={t('sessions.title')}
      action={
        hasOthers && (
          <Button
            variant="text"
            theme="danger"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      <Loaded query={devices}>
        {({ devices: found, current }) => (
          <ul className="lines">
            {found.map(({ id, token, userAgent, ipAddress, createdAt }) => (
              <li key={id} className="row">
                <div className="grow">
                  <b>{nameDevice(userAgent) ?? t('sessions.unknown')}</b>{' '}
                  {id === current && (
                    <Tag theme="primary" variant="light">
                      {t('sessions.this')}
                    </Tag>
                  )}
                  <p className="quiet">
                    {ipAddress} · {t('sessions.since')} <Time at={createdAt} />
                  </p>
                </div>
                {id !== current && (
                  <Button
                    variant="outline"
                    size="small"
                    disabled={end.isPending}
                    onClick={() => end.mutate(token)}
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/sampan/i, 'sampan'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** As people call it: the rest of what a browser says of itself is of no use to them. */
function nameDevice(userAgent: string | null): string | undefined {
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const parts = [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
