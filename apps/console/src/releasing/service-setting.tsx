import type { Releasing } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Choice, TextArea } from '../ui/text-input'
import { releaseApi, useReleaseAction } from './release-api'
import { releaseTexts } from './texts'

/** Whether users find and open the program, and which versions they have to leave. */
export function ServiceSetting({ appId, releasing }: { appId: string; releasing: Releasing }) {
  const { service, online, earlier } = releasing
  const t = useTexts(releaseTexts)
  const [wanted, setWanted] = useState(service)
  const change = (changes: Partial<Releasing['service']>) =>
    setWanted((before) => ({ ...before, ...changes }))
  const save = useReleaseAction(appId, (_input, headers) => releaseApi.saveService(appId, wanted, headers), {
    done: t('saved'),
  })
  const releases = [...(online ? [online] : []), ...earlier]
  return (
    <Card title={t('service')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <label className="choice">
          <input
            type="checkbox"
            checked={wanted.isSearchable}
            onChange={(event) => change({ isSearchable: event.currentTarget.checked })}
          />
          {t('searchable')}
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={wanted.isPaused}
            onChange={(event) => change({ isPaused: event.currentTarget.checked })}
          />
          {t('service.pause')}
        </label>
        {wanted.isPaused && (
          <Field label={t('service.notice')} help={t('service.notice.help')}>
            {({ id, describedBy }) => (
              <TextArea
                id={id}
                aria-describedby={describedBy}
                maxLength={200}
                required
                value={wanted.pauseNotice}
                onChange={(pauseNotice) => change({ pauseNotice })}
              />
            )}
          </Field>
        )}
        <Field label={t('minimum')} help={t('minimum.help')}>
          {({ id, describedBy }) => (
            <Choice
              id={id}
              aria-describedby={describedBy}
              value={wanted.minimumReleaseId ?? ''}
              onChange={(value) => change({ minimumReleaseId: value === '' ? null : value })}
              options={[
                { value: '', label: t('minimum.none') },
                ...releases.map((release) => ({ value: release.id, label: release.number })),
              ]}
            />
          )}
        </Field>
        <Button type="submit" variant="outline" loading={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Card>
  )
}
