import type { Credentials, NewAppSecret, NewUploadKey, Program } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'
import { ProgramPage } from '../programs/program-page'
import { at, programKeys } from '../programs/program-api'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Empty } from '../ui/empty'
import { Facts } from '../ui/facts'
import { Loaded } from '../ui/loaded'
import { AddressSetting } from './address-setting'
import { credentialTexts } from './texts'
import { useCredentialAction } from './use-credential-action'
import { AskingButton } from './asking-button'

/** What servers and robots of the program identify themselves with. */
export default function SettingsPage() {
  return <ProgramPage>{(program) => <Settings program={program} />}</ProgramPage>
}

function Settings({ program: { appId, permissions } }: { program: Program }) {
  const t = useTexts(credentialTexts)
  const credentials = useQuery({
    queryKey: [...programKeys.one(appId), 'credentials'],
    enabled: permissions.includes('manage-secrets'),
    queryFn: () => request<Credentials>(at(appId, '/credentials')),
  })
  if (!permissions.includes('manage-secrets')) {
    return (
      <div className="card">
        <Empty title={t('forbidden.title')} text={t('forbidden.text')} />
      </div>
    )
  }
  return (
    <Loaded query={credentials}>
      {({ appSecret, uploadKey, allowList }) => (
        <div className="stack">
          <Card title={t('ids')}>
            <Facts facts={[['AppID', <CopyText key="id" text={appId} />]]} />
          </Card>
          <SecretCard appId={appId} secret={appSecret} />
          <KeyCard appId={appId} uploadKey={uploadKey} />
          <Card title={t('addresses')}>
            <AddressSetting key={JSON.stringify(allowList)} appId={appId} allowList={allowList} />
          </Card>
        </div>
      )}
    </Loaded>
  )
}

function SecretCard({ appId, secret }: { appId: string; secret: Credentials['appSecret'] }) {
  const t = useTexts(credentialTexts)
  const make = useCredentialAction<void, NewAppSecret>(appId, (_input, headers) =>
    request(at(appId, '/credentials/app-secret'), { body: { reset: secret !== null }, headers }),
  )
  const freeze = useCredentialAction<boolean>(appId, (isFrozen, headers) =>
    request(at(appId, '/credentials/app-secret/frozen'), { method: 'PUT', body: { isFrozen }, headers }),
  )
  return (
    <Card title="AppSecret">
      <p className="quiet">{t('secret.help')}</p>
      <p>{secret === null ? t('none') : t(secret.isFrozen ? 'secret.frozen' : 'secret.there')}</p>
      {make.data && <Shown text={make.data.appSecret} />}
      <div className="row">
        {secret === null ? (
          <AskingButton text={t('secret.make')} run={() => make.mutate()} isBusy={make.isPending} />
        ) : (
          <>
            <AskingButton
              text={t('secret.reset')}
              question={t('secret.reset.sure')}
              run={() => make.mutate()}
              isBusy={make.isPending}
            />
            <AskingButton
              text={t(secret.isFrozen ? 'secret.thaw' : 'secret.freeze')}
              question={secret.isFrozen ? undefined : t('secret.freeze.sure')}
              run={() => freeze.mutate(!secret.isFrozen)}
              isBusy={freeze.isPending}
            />
          </>
        )}
      </div>
    </Card>
  )
}

function KeyCard({ appId, uploadKey }: { appId: string; uploadKey: Credentials['uploadKey'] }) {
  const t = useTexts(credentialTexts)
  const path = at(appId, '/credentials/upload-key')
  const make = useCredentialAction<void, NewUploadKey>(appId, (_input, headers) =>
    request(path, { method: 'POST', headers }),
  )
  const remove = useCredentialAction(appId, (_input, headers) => request(path, { method: 'DELETE', headers }))
  return (
    <Card title={t('key')}>
      <p className="quiet">{t('key.help')}</p>
      <p>{t(uploadKey === null ? 'none' : 'key.there')}</p>
      {make.data && <Shown text={make.data.privateKey} label={`private.${appId}.key`} />}
      <div className="row">
        <AskingButton
          text={t(uploadKey === null ? 'key.make' : 'key.reset')}
          question={uploadKey === null ? undefined : t('key.reset.sure')}
          run={() => make.mutate()}
          isBusy={make.isPending}
        />
        {uploadKey !== null && (
          <AskingButton
            text={t('key.remove')}
            question={t('key.remove.sure')}
            run={() => remove.mutate()}
            isBusy={remove.isPending}
          />
        )}
      </div>
    </Card>
  )
}

function Shown({ text, label }: { text: string; label?: string }) {
  const t = useTexts(credentialTexts)
  return (
    <>
      <pre className="secret">{text}</pre>
      <p>
        <CopyText text={text} label={label ?? t('copy')} /> <b>{t('once')}</b>
      </p>
    </>
  )
}
