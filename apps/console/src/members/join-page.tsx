import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { UserAddIcon } from 'tdesign-icons-react'
import { Button } from 'tdesign-react'
import { programKeys } from '../programs/program-api'
import { useTexts } from '../texts/texts'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { useAction } from '../ui/use-action'
import { memberApi } from './member-api'
import { roleTexts } from './role-texts'
import { memberTexts } from './texts'

/** Where the link of an invitation leads. */
export default function JoinPage() {
  const { token = '' } = useParams()
  const t = useTexts(memberTexts)
  const role = useTexts(roleTexts)
  const navigate = useNavigate()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    retry: false,
    queryFn: () => memberApi.preview(token),
  })
  const join = useAction({
    run: () => memberApi.join(token),
    changes: [programKeys.all, ['invitation', token]],
    onDone: ({ appId }) => void navigate(`/programs/${appId}`),
  })
  return (
    <Page title={t('join.title')}>
      <Loaded query={invitation}>
        {({ state, invitedBy, program, roles }) => (
          <div className="card">
            <Empty
              icon={<UserAddIcon />}
              title={t('join.text', {
                by: invitedBy,
                program: program.name || program.appId,
                owner: program.entityName,
              })}
              text={state === 'open' ? roles.map((each) => role(each)).join(' · ') : t('join.closed')}
              action={
                state === 'open' && (
                  <Button loading={join.isPending} onClick={() => join.mutate()}>
                    {t('join.do')}
                  </Button>
                )
              }
            />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
