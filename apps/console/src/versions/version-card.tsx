import type { Program, ProgramVersion } from '@sampan/platform-api'
import { useState } from 'react'
import { Button, Tag } from 'tdesign-react'
import { useLanguage } from '../texts/language'
import { findText, useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Facts } from '../ui/facts'
import { Modal } from '../ui/modal'
import { QrCode } from '../ui/qr-code'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { versionTexts } from './texts'
import { versionApi, versionKey } from './version-api'

const TAG = { compiling: 'warning', ready: 'success', failed: 'danger' } as const

export function VersionCard({ program, version }: { program: Program; version: ProgramVersion }) {
  const t = useTexts(versionTexts)
  const [isOpening, setOpening] = useState(false)
  const { appId, permissions } = program
  const { id, state, number, remark, uploader, isTrial, sizeBytes, createdAt, expiresAt, failure } = version
  const mayDevelop = permissions.includes('develop')
  const changes = [versionKey(appId)]
  const trial = useAction({
    run: () => versionApi.chooseTrial(appId, isTrial ? null : id),
    changes,
    done: t(isTrial ? 'trial.ended' : 'trial.chosen'),
  })
  const remove = useAction({ run: () => versionApi.remove(appId, id), changes, done: t('removed') })
  return (
    <Card>
      <div className="row">
        <h2 className="grow">
          {number}{' '}
          <Tag theme={TAG[state]} variant="light">
            {t(`state.${state}`)}
          </Tag>{' '}
          {isTrial && <Tag theme="primary">{t('trial')}</Tag>}
        </h2>
        {state === 'ready' && <Button onClick={() => setOpening(true)}>{t('open')}</Button>}
        {state === 'ready' && mayDevelop && (
          <Button variant="outline" loading={trial.isPending} onClick={() => trial.mutate()}>
            {t(isTrial ? 'trial.end' : 'trial.choose')}
          </Button>
        )}
        {mayDevelop && !isTrial && (
          <AskFirst
            question={t('remove.sure', { number })}
            action={t('remove')}
            isDangerous
            onConfirm={() => remove.mutate()}
          >
            {(ask) => (
              <Button variant="outline" theme="danger" loading={remove.isPending} onClick={ask}>
                {t('remove')}
              </Button>
            )}
          </AskFirst>
        )}
      </div>
      {failure && <Failure failure={failure} />}
      <Facts
        facts={[
          [t('remark'), remark],
          [t('by'), 'robot' in uploader ? t('robot', { number: uploader.robot }) : uploader.name],
          [t('at'), <Time key="at" at={createdAt} />],
          [t('size'), sizeBytes > 0 ? `${Math.ceil(sizeBytes / 1024)} KB` : ''],
          [t('until'), expiresAt && <Time key="until" at={expiresAt} />],
        ]}
      />
      <Modal isOpen={isOpening} title={t('open.title', { number })} onClose={() => setOpening(false)}>
        <p>{t('open.text')}</p>
        <div className="scan">
          <QrCode text={version.url} label={t('open.title', { number })} />
          <CopyText text={version.url} label={t('open.copy')} />
        </div>
      </Modal>
    </Card>
  )
}

function Failure({
  failure: { code, detail, diagnostics },
}: {
  failure: NonNullable<ProgramVersion['failure']>
}) {
  const t = useTexts(versionTexts)
  const { language } = useLanguage()
  return (
    <>
      <p className="field__problem">
        {findText(versionTexts, language, `failure.${code}`) ?? t('failure.other')} {detail}
      </p>
      <ul className="lines">
        {diagnostics.slice(0, 20).map(({ file, line, column, message }, index) => (
          <li key={index}>
            <code>{[file, line, column].filter((part) => part !== undefined).join(':')}</code> {message}
          </li>
        ))}
      </ul>
    </>
  )
}
