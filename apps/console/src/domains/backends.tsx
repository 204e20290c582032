import type { Backend } from '@sampan/platform-api'
import { Button, Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { domainApi, domainKeys, useBackends } from './domain-api'
import { domainTexts } from './texts'

/** From here on users notice. */
const SLOW_MS = 300

/** How each registered server answers this platform: backends abroad are what users wait for most. */
export function Backends({ appId, mayMeasure }: { appId: string; mayMeasure: boolean }) {
  const t = useTexts(domainTexts)
  const backends = useBackends(appId)
  const measure = useAction({
    run: () => domainApi.measure(appId),
    changes: [domainKeys.backends(appId)],
  })
  return (
    <Card title={t('backends')}>
      <p className="quiet">{t('backends.text')}</p>
      <Loaded query={backends}>
        {(found) =>
          found.length === 0 ? (
            <p className="quiet">{t('backends.none')}</p>
          ) : (
            <>
              <div className="table-wrap" tabIndex={0} role="region" aria-label={t('backends')}>
                <table className="table">
                  <thead>
                    <tr>
                      <th>{t('server')}</th>
                      <th>{t('answer')}</th>
                      <th>{t('p50')}</th>
                      <th>{t('p95')}</th>
                      <th>TLS</th>
                      <th>{t('measured')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.map((backend) => (
                      <BackendLine key={`${backend.host}:${backend.port}`} backend={backend} />
                    ))}
                  </tbody>
                </table>
              </div>
              {mayMeasure && (
                <p className="more">
                  <Button variant="outline" loading={measure.isPending} onClick={() => measure.mutate()}>
                    {t('measure')}
                  </Button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  )
}

function BackendLine({ backend: { host, port, measurements } }: { backend: Backend }) {
  const t = useTexts(domainTexts)
  const [latest] = measurements
  const ms = (value: number | null | undefined) => (value == null ? '–' : `${Math.round(value)} ms`)
  const state = !latest
    ? 'waiting'
    : latest.problem
      ? 'failed'
      : (latest.p95Ms ?? 0) > SLOW_MS
        ? 'slow'
        : 'good'
  const theme = ({ waiting: 'default', failed: 'danger', slow: 'warning', good: 'success' } as const)[state]
  return (
    <tr>
      <td>
        <code>
          {host}:{port}
        </code>
      </td>
      <td>
        <Tag theme={theme} variant="light">
          {latest?.problem ? t(`problem.${latest.problem}`) : t(`answer.${state}`)}
        </Tag>
      </td>
      <td>{ms(latest?.p50Ms)}</td>
      <td>{ms(latest?.p95Ms)}</td>
      <td>{ms(latest?.tlsMs)}</td>
      <td>{latest ? <Time at={latest.at} /> : '–'}</td>
    </tr>
  )
}
