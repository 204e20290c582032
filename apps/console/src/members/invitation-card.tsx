import type { GivenRole } from '@sampan/platform-api'
import { useState } from 'react'
import { Button, Tag } from 'tdesign-react'
import { useConfirmed } from '../confirmations/confirm-by-scan'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Field } from '../ui/field'
import { LinkButton } from '../ui/link-button'
import { Loaded } from '../ui/loaded'
import { QrCode } from '../ui/qr-code'
import { TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { memberApi, memberKeys, useInvitations } from './member-api'
import { RoleBoxes } from './role-boxes'
import { roleTexts } from './role-texts'
import { memberTexts } from './texts'

/** Links by which people join, for those whose email one does not know. */
export function InvitationCard({ appId }: { appId: string }) {
  const t = useTexts(memberTexts)
  const role = useTexts(roleTexts)
  const confirmed = useConfirmed()
  const [roles, setRoles] = useState<GivenRole[]>([])
  const [mostUses, setMostUses] = useState('1')
  const invitations = useInvitations(appId)
  const changes = [memberKeys.invitations(appId)]
  const invite = useAction({
    run: () => confirmed((headers) => memberApi.invite(appId, roles, Number(mostUses), headers)),
    changes,
  })
  const revoke = useAction({ run: (id: string) => memberApi.revoke(appId, id), changes })
  return (
    <Card title={t('invite')}>
      <p className="quiet">{t('invite.text')}</p>
      <RoleBoxes label={t('asRole')} roles={roles} onChange={setRoles} />
      <Field label={t('invite.uses')}>
        {({ id }) => (
          <TextInput id={id} type="number" min={1} max={50} value={mostUses} onChange={setMostUses} />
        )}
      </Field>
      <Button
        variant="outline"
        disabled={roles.length === 0 || !(Number(mostUses) >= 1)}
        loading={invite.isPending}
        onClick={() => invite.mutate()}
      >
        {t('invite.do')}
      </Button>
      {invite.data && (
        <div className="scan">
          <QrCode text={invite.data.url} label={t('invite')} />
          <CopyText text={invite.data.url} />
          <p className="quiet">{t('invite.once')}</p>
        </div>
      )}
      <h3>{t('links')}</h3>
      <Loaded query={invitations}>
        {(found) =>
          found.length === 0 ? (
            <p className="quiet">{t('links.none')}</p>
          ) : (
            <ul className="lines">
              {found.map(({ id, state, createdBy, uses, mostUses: most, roles: given }) => (
                <li key={id}>
                  <div className="row">
                    <Tag theme={state === 'open' ? 'success' : 'default'} variant="light">
                      {t(`link.${state}`)}
                    </Tag>
                    {given.map((each) => role(each)).join(' · ')}
                    {state === 'open' && (
                      <LinkButton onClick={() => revoke.mutate(id)}>{t('revoke')}</LinkButton>
                    )}
                  </div>
                  <span className="quiet">{t('link.by', { name: createdBy, uses, most })}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
