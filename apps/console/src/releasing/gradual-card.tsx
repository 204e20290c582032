import type { Release } from '@sampan/platform-api'
import { useState } from 'react'
import { Button, Tag } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { Card } from '../ui/card'
import { PercentField } from './percent-field'
import { releaseApi, useReleaseAction } from './release-api'
import { releaseTexts } from './texts'

/** A version that a part of the users has: to more of them, or back. */
export function GradualCard(props: { appId: string; gradual: Release; mayRelease: boolean }) {
  const { appId, gradual, mayRelease } = props
  const t = useTexts(releaseTexts)
  const [percent, setPercent] = useState(Math.min(100, gradual.percent * 2))
  const wanted = Math.max(percent, gradual.percent + 1)
  const widen = useReleaseAction<number>(appId, (to) => releaseApi.widen(appId, gradual, to), {
    done: t('widened'),
  })
  const step = useReleaseAction<'pause' | 'resume' | 'cancel'>(appId, (action) =>
    releaseApi.step(appId, gradual, action),
  )
  const isBusy = widen.isPending || step.isPending
  return (
    <Card title={t('gradual')}>
      <p className="row">
        <b>{gradual.number}</b>
        <Tag theme="warning" variant="light">
          {gradual.percent} %
        </Tag>
        {gradual.isPaused && (
          <Tag theme="danger" variant="light">
            {t('paused')}
          </Tag>
        )}
        {gradual.membersFirst && <Tag variant="light">{t('membersFirst.tag')}</Tag>}
      </p>
      <progress
        className="progress"
        max={100}
        value={gradual.percent}
        aria-label={t('gradual.has', { percent: gradual.percent })}
      />
      <p className="quiet">{t('gradual.has', { percent: gradual.percent })}</p>
      {mayRelease && (
        <>
          {!gradual.isPaused && (
            <PercentField
              label={t('percent.more')}
              least={gradual.percent + 1}
              value={wanted}
              onChange={setPercent}
            />
          )}
          <div className="row">
            {gradual.isPaused ? (
              <Button disabled={isBusy} onClick={() => step.mutate('resume')}>
                {t('resume')}
              </Button>
            ) : (
              <>
                <Button loading={widen.isPending} disabled={isBusy} onClick={() => widen.mutate(wanted)}>
                  {wanted === 100 ? t('widen.all') : t('widen', { percent: wanted })}
                </Button>
                <Button variant="outline" disabled={isBusy} onClick={() => step.mutate('pause')}>
                  {t('pause')}
                </Button>
              </>
            )}
            <AskFirst
              question={t('cancel.sure')}
              action={t('cancel')}
              isDangerous
              onConfirm={() => step.mutate('cancel')}
            >
              {(ask) => (
                <Button theme="danger" variant="outline" disabled={isBusy} onClick={ask}>
                  {t('cancel')}
                </Button>
              )}
            </AskFirst>
          </div>
        </>
      )}
    </Card>
  )
}
