import { nameDevice } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { securityApi, sessionsKey, toolsKey } from './security-api'
import { securityTexts } from './texts'

/** Browsers, phones and command lines that are signed in as me. */
export function Devices() {
  const t = useTexts(securityTexts)
  const devices = useQuery({ queryKey: sessionsKey, queryFn: securityApi.listDevices })
  const tools = useQuery({ queryKey: toolsKey, queryFn: securityApi.listTools })
  const end = useAction({
    run: (token: string) => securityApi.endDevice(token),
    changes: [sessionsKey],
    done: t('sessions.ended'),
  })
  const endOthers = useAction({
    run: securityApi.endOtherDevices,
    changes: [sessionsKey, toolsKey],
    done: t('sessions.ended'),
  })
  const endTool = useAction({ run: securityApi.endTool, changes: [toolsKey], done: t('sessions.ended') })
  const hasOthers = (devices.data?.devices.length ?? 0) + (tools.data?.devices.length ?? 0) > 1
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
      <Loaded query={tools}>
        {({ devices: found }) => (
          <ul className="lines">
            {found.map(({ id, device, address, lastUsedAt }) => (
              <li key={id} className="row">
                <div className="grow">
                  <b>{device}</b> <Tag variant="light">{t('sessions.tool')}</Tag>
                  <p className="quiet">
                    {address} · {t('sessions.used')} <Time at={lastUsedAt} />
                  </p>
                </div>
                <Button
                  variant="outline"
                  size="small"
                  disabled={endTool.isPending}
                  onClick={() => endTool.mutate(id)}
                >
                  {t('sessions.end')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
