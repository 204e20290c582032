import { useMe } from '../api/session'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { CopyText } from '../ui/copy-text'
import { Facts } from '../ui/facts'
import { Page } from '../ui/page'
import { Devices } from './devices'
import { PasswordChange } from './password-change'
import { SecondFactorSetting } from './second-factor-setting'
import { securityTexts } from './texts'

/** My account as a person. */
export default function SecurityPage() {
  const t = useTexts(securityTexts)
  const me = useMe()
  return (
    <Page title={t('title')} intro={t('intro')}>
      <div className="columns">
        <div className="stack">
          <Card title={t('you.title')}>
            <Facts
              facts={[
                [t('name'), me.name],
                [t('email'), me.email],
                [t('phone'), me.phone],
                [t('userId'), <CopyText key="id" text={me.userId} />],
              ]}
            />
          </Card>
          <SecondFactorSetting isOn={me.hasSecondFactor} />
          <Devices />
        </div>
        <div className="stack">
          <PasswordChange />
        </div>
      </div>
    </Page>
  )
}
