import type { GivenRole, Member, MemberList } from '@sampan/platform-api'
import { useState } from 'react'
import { Button, Tag } from 'tdesign-react'
import { useConfirmed } from '../confirmations/confirm-by-scan'
import { useTexts } from '../texts/texts'
import { AskFirst } from '../ui/ask-first'
import { LinkButton } from '../ui/link-button'
import { Modal } from '../ui/modal'
import { useAction } from '../ui/use-action'
import { memberApi, memberKeys } from './member-api'
import { RoleBoxes } from './role-boxes'
import { roleTexts } from './role-texts'
import { memberTexts } from './texts'

export interface MemberLineProps {
  appId: string
  member: Member
  may: MemberList['permissions']
}

/** One person with their roles, and what may be done about them. */
export function MemberLine({ appId, member, may }: MemberLineProps) {
  const t = useTexts(memberTexts)
  const role = useTexts(roleTexts)
  const confirmed = useConfirmed()
  const [isChanging, setChanging] = useState(false)
  const remove = useAction({
    run: () => confirmed((headers) => memberApi.remove(appId, member.userId, headers)),
    changes: [memberKeys.list(appId)],
    done: t('removed'),
  })
  const isAdministrator = member.roles.includes('administrator')
  const isOnlyTester = member.roles.every((each) => each === 'tester')
  const mayChange = !isAdministrator && may.includes('manage-members')
  const mayRemove =
    !isAdministrator && (mayChange || member.isYou || (isOnlyTester && may.includes('manage-testers')))
  const leaving = member.isYou ? 'leave' : 'remove'
  return (
    <li>
      <div className="row">
        <span className="grow">
          <b>{member.name}</b> {member.isYou && <span className="quiet">({t('you')})</span>}
          <br />
          <span className="quiet">{member.email}</span>
        </span>
        {member.roles.map((each) => (
          <Tag key={each} variant="light" theme={each === 'administrator' ? 'primary' : 'default'}>
            {role(each)}
          </Tag>
        ))}
        {mayChange && <LinkButton onClick={() => setChanging(true)}>{t('change')}</LinkButton>}
        {mayRemove && (
          <AskFirst
            question={t(`${leaving}.sure`, { name: member.name })}
            action={t(leaving)}
            isDangerous
            onConfirm={() => remove.mutate()}
          >
            {(ask) => <LinkButton onClick={ask}>{t(leaving)}</LinkButton>}
          </AskFirst>
        )}
      </div>
      <Modal isOpen={isChanging} title={t('roles', { name: member.name })} onClose={() => setChanging(false)}>
        <RoleChange appId={appId} member={member} onDone={() => setChanging(false)} />
      </Modal>
    </li>
  )
}

function RoleChange({ appId, member, onDone }: { appId: string; member: Member; onDone(): void }) {
  const t = useTexts(memberTexts)
  const confirmed = useConfirmed()
  const [roles, setRoles] = useState(
    member.roles.filter((role): role is GivenRole => role !== 'administrator'),
  )
  const save = useAction({
    run: () => confirmed((headers) => memberApi.changeRoles(appId, member.userId, roles, headers)),
    changes: [memberKeys.list(appId)],
    done: t('saved'),
    onDone,
  })
  return (
    <>
      <RoleBoxes label={t('asRole')} roles={roles} onChange={setRoles} />
      <div className="modal__end">
        <Button disabled={roles.length === 0} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
      </div>
    </>
  )
}
