import type { GivenRole, MemberList } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { useConfirmed } from '../confirmations/confirm-by-scan'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { TextInput } from '../ui/text-input'
import { useAction } from '../ui/use-action'
import { GIVEN_ROLES, memberApi, memberKeys } from './member-api'
import { RoleBoxes } from './role-boxes'
import { memberTexts } from './texts'

/** Adds somebody who has an account, by their email. */
export function MemberForm({ appId, may }: { appId: string; may: MemberList['permissions'] }) {
  const t = useTexts(memberTexts)
  const confirmed = useConfirmed()
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<GivenRole[]>([])
  const add = useAction({
    run: () => confirmed((headers) => memberApi.add(appId, email.trim(), roles, headers)),
    changes: [memberKeys.list(appId)],
    done: t('added'),
    onDone() {
      setEmail('')
      setRoles([])
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <Field label={t('add.email')}>
        {({ id }) => <TextInput id={id} type="email" required value={email} onChange={setEmail} />}
      </Field>
      <RoleBoxes
        label={t('asRole')}
        roles={roles}
        onChange={setRoles}
        offered={may.includes('manage-members') ? GIVEN_ROLES : ['tester']}
      />
      <Button type="submit" disabled={email.trim() === '' || roles.length === 0} loading={add.isPending}>
        {t('add.do')}
      </Button>
    </form>
  )
}
