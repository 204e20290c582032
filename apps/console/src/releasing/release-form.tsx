import type { Releasing } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { PercentField } from './percent-field'
import { releaseApi, useReleaseAction } from './release-api'
import { releaseTexts } from './texts'

const FIRST_PERCENT = 10

/** To everybody, or to a part of the users first. */
export function ReleaseForm(props: {
  appId: string
  approved: NonNullable<Releasing['approved']>
  isFirst: boolean
}) {
  const { appId, approved, isFirst } = props
  const t = useTexts(releaseTexts)
  const [isGradual, setGradual] = useState(false)
  const [percent, setPercent] = useState(FIRST_PERCENT)
  const [membersFirst, setMembersFirst] = useState(false)
  const release = useReleaseAction(
    appId,
    (_input, headers) =>
      releaseApi.release(
        appId,
        {
          versionId: approved.versionId,
          percent: isGradual ? percent : 100,
          membersFirst: isGradual && membersFirst,
        },
        headers,
      ),
    { done: t('released') },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        release.mutate()
      }}
    >
      <p>
        <b>{approved.number}</b> <span className="quiet">{approved.remark}</span>
      </p>
      {isFirst ? (
        <p className="quiet">{t('first')}</p>
      ) : (
        <>
          <label className="choice">
            <input type="radio" name="how" checked={!isGradual} onChange={() => setGradual(false)} />
            {t('whole')}
          </label>
          <label className="choice">
            <input type="radio" name="how" checked={isGradual} onChange={() => setGradual(true)} />
            {t('gradually')}
          </label>
          {isGradual && (
            <>
              <PercentField label={t('percent')} least={1} value={percent} onChange={setPercent} />
              <label className="choice">
                <input
                  type="checkbox"
                  checked={membersFirst}
                  onChange={(event) => setMembersFirst(event.currentTarget.checked)}
                />
                {t('membersFirst')}
              </label>
            </>
          )}
        </>
      )}
      <p className="more">
        <Button type="submit" loading={release.isPending}>
          {isGradual && !isFirst ? t('release.to', { percent }) : t('release')}
        </Button>
      </p>
    </form>
  )
}
