import type { MemberList, Program } from '@sampan/platform-api'
import { Alert, Button } from 'tdesign-react'
import { useConfirmed } from '../confirmations/confirm-by-scan'
import { ProgramPage } from '../programs/program-page'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Loaded } from '../ui/loaded'
import { useAction } from '../ui/use-action'
import { InvitationCard } from './invitation-card'
import { memberApi, memberKeys, useMembers } from './member-api'
import { MemberForm } from './member-form'
import { MemberLine } from './member-line'
import { memberTexts } from './texts'

/** Who works on the program, and who tries it. */
export default function MembersPage() {
  return <ProgramPage>{(program) => <Members program={program} />}</ProgramPage>
}

function Members({ program: { appId } }: { program: Program }) {
  const t = useTexts(memberTexts)
  const members = useMembers(appId)
  return (
    <Loaded query={members}>
      {(list) => (
        <div className="columns">
          <div className="stack">
            {list.offer && <Offer appId={appId} offer={list.offer} />}
            <Card title={t('people')}>
              <p className="quiet">
                {t('quota', {
                  members: list.projectMembers.used,
                  mostMembers: list.projectMembers.limit,
                  testers: list.testers.used,
                  mostTesters: list.testers.limit,
                })}
              </p>
              <ul className="lines">
                {list.members.map((member) => (
                  <MemberLine key={member.userId} appId={appId} member={member} may={list.permissions} />
                ))}
              </ul>
            </Card>
          </div>
          {list.permissions.length > 0 && (
            <div className="stack">
              <Card title={t('add')}>
                <MemberForm appId={appId} may={list.permissions} />
              </Card>
              {list.permissions.includes('manage-members') && <InvitationCard appId={appId} />}
            </div>
          )}
        </div>
      )}
    </Loaded>
  )
}

function Offer({ appId, offer }: { appId: string; offer: NonNullable<MemberList['offer']> }) {
  const t = useTexts(memberTexts)
  const confirmed = useConfirmed()
  const changes = [memberKeys.list(appId)]
  const take = useAction({
    run: () => confirmed((headers) => memberApi.takeOver(appId, headers)),
    changes,
  })
  const end = useAction({ run: () => memberApi.endOffer(appId), changes })
  return (
    <Alert
      theme="warning"
      message={offer.isToYou ? t('offer.toYou') : t('offer', { name: offer.to.name })}
      operation={
        <div className="row">
          {offer.isToYou && (
            <Button size="small" loading={take.isPending} onClick={() => take.mutate()}>
              {t('offer.take')}
            </Button>
          )}
          <Button size="small" variant="outline" loading={end.isPending} onClick={() => end.mutate()}>
            {t(offer.isToYou ? 'offer.decline' : 'offer.withdraw')}
          </Button>
        </div>
      }
    />
  )
}
