import type { Program, Releasing } from '@sampan/platform-api'
import { Link } from 'react-router'
import { Button, Tag } from 'tdesign-react'
import { ProgramPage } from '../programs/program-page'
import { useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { History } from '../ui/history'
import { Loaded } from '../ui/loaded'
import { Time } from '../ui/time'
import { GradualCard } from './gradual-card'
import { ReleaseForm } from './release-form'
import { releaseApi, useReleaseAction, useReleasing } from './release-api'
import { ServiceSetting } from './service-setting'
import { releaseTexts } from './texts'

/** What users have of the program, what comes next, and the way back. */
export default function ReleasesPage() {
  return <ProgramPage>{(program) => <Releases program={program} />}</ProgramPage>
}

function Releases({ program }: { program: Program }) {
  const { appId, permissions } = program
  const t = useTexts(releaseTexts)
  const mayRelease = permissions.includes('submit-and-release')
  return (
    <Loaded query={useReleasing(appId)}>
      {(releasing) => {
        const { approved, gradual, online, history } = releasing
        return (
          <div className="columns">
            <div className="stack">
              {gradual && <GradualCard {...{ appId, gradual, mayRelease }} />}
              <OnlineCard appId={appId} releasing={releasing} />
              {!gradual && (
                <Card title={t('next')}>
                  {approved === null ? (
                    <p className="quiet">
                      {t('next.none')} <Link to={`/programs/${appId}/reviews`}>{t('next.reviews')}</Link>
                    </p>
                  ) : mayRelease ? (
                    <ReleaseForm
                      key={approved.versionId}
                      {...{ appId, approved }}
                      isFirst={online === null}
                    />
                  ) : (
                    <p>{t('next.waits', { number: approved.number })}</p>
                  )}
                </Card>
              )}
              {mayRelease && <EarlierCard appId={appId} releasing={releasing} />}
            </div>
            <div className="stack">
              {online && permissions.includes('pause-service') && (
                <ServiceSetting key={JSON.stringify(releasing.service)} appId={appId} releasing={releasing} />
              )}
              <Card title={t('history')}>
                {history.length === 0 ? (
                  <p className="quiet">{t('history.none')}</p>
                ) : (
                  <History steps={history} nameOf={(action) => t(`did.${action}`)} />
                )}
              </Card>
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

function OnlineCard({ appId, releasing: { online, service } }: { appId: string; releasing: Releasing }) {
  const t = useTexts(releaseTexts)
  return (
    <Card title={t('online')}>
      {online === null ? (
        <p className="quiet">{t('online.none')}</p>
      ) : (
        <>
          <p className="row">
            <b>{online.number}</b>
            <Tag theme={service.isPaused ? 'danger' : 'success'} variant="light">
              {t(service.isPaused ? 'service.paused' : 'online.tag')}
            </Tag>
            {online.isRollback && <Tag variant="light">{t('rollback.tag')}</Tag>}
          </p>
          <Facts
            facts={[
              [t('remark'), online.remark],
              [t('by'), online.by],
              [t('since'), online.onlineAt && <Time key="since" at={online.onlineAt} />],
            ]}
          />
          <p className="more">
            <a href={`/#/p/${appId}`} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
          </p>
        </>
      )}
    </Card>
  )
}

function EarlierCard({
  appId,
  releasing: { online, gradual, earlier },
}: {
  appId: string
  releasing: Releasing
}) {
  const t = useTexts(releaseTexts)
  const rollBack = useReleaseAction<(typeof earlier)[number]>(
    appId,
    (release, headers) => releaseApi.rollBack(appId, release, headers),
    { done: t('rollback.done') },
  )
  return (
    <Card title={t('earlier')}>
      {earlier.length === 0 ? (
        <p className="quiet">
          {t(gradual ? 'earlier.running' : online?.isRollback ? 'earlier.once' : 'earlier.none')}
        </p>
      ) : (
        <ul className="lines">
          {earlier.map((release) => (
            <li key={release.id} className="row">
              <b>{release.number}</b>
              <span className="quiet grow">
                {release.remark} {release.onlineAt && <Time at={release.onlineAt} />}
              </span>
              <AskFirst
                question={t('rollback.sure', { number: release.number })}
                action={t('rollback')}
                onConfirm={() => rollBack.mutate(release)}
              >
                {(ask) => (
                  <Button variant="outline" loading={rollBack.isPending} onClick={ask}>
                    {t('rollback')}
                  </Button>
                )}
              </AskFirst>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
