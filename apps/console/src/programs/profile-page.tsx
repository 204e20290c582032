import type { DataRegion, Program } from '@sampan/platform-api'
import { Link } from 'react-router'
import { useTexts } from '../texts/texts'
import { Card } from '../ui/card'
import { Facts } from '../ui/facts'
import { Field } from '../ui/field'
import { ProgressPath } from '../ui/progress-path'
import { Choice } from '../ui/text-input'
import { Time } from '../ui/time'
import { useAction } from '../ui/use-action'
import { AvatarSetting } from './avatar-setting'
import { CategorySetting } from './category-setting'
import { IntroSetting } from './intro-setting'
import { NameSetting } from './name-setting'
import { programApi, programKeys } from './program-api'
import { ProgramPage } from './program-page'
import { programTexts } from './texts'

const REGIONS: DataRegion[] = ['mainland-china', 'hong-kong', 'singapore', 'europe', 'north-america', 'other']
const GAPS = ['name', 'intro', 'avatar', 'category'] as const

/** What the program is called and shown as, and what is missing before its first review. */
export default function ProfilePage() {
  return <ProgramPage>{(program) => <Profile program={program} />}</ProgramPage>
}

function Profile({ program }: { program: Program }) {
  const t = useTexts(programTexts)
  const mayChange = program.permissions.includes('manage-profile')
  return (
    <div className="columns">
      <div className="stack">
        {mayChange ? (
          <>
            <Card title={t('name')}>
              <NameSetting key={program.name} program={program} />
            </Card>
            <Card title={t('look')}>
              <AvatarSetting program={program} />
              <IntroSetting key={program.intro} program={program} />
            </Card>
          </>
        ) : (
          <Card title={t('look')}>
            <Facts
              facts={[
                [t('name'), program.name],
                [t('introduction'), program.intro],
              ]}
            />
          </Card>
        )}
        <Card title={t('categories')}>
          <CategorySetting program={program} mayChange={mayChange} />
        </Card>
        {program.entity.kind === 'overseas' && mayChange && <RegionSetting program={program} />}
      </div>
      <div className="stack">
        <Card title={t('missing.title')}>
          <ProgressPath
            steps={GAPS.map((gap) => ({
              id: gap,
              title: t(`missing.${gap}`),
              state: stateOf(program, gap),
            }))}
          />
          {program.missing.includes('data-region') && <p>{t('missing.data-region')}</p>}
          {program.missing.includes('entity') && (
            <p>
              {t('missing.entity')} <Link to={`/account/entities/${program.entity.id}`}>{t('owner')}</Link>
            </p>
          )}
          {program.missing.length === 0 && <p className="quiet">{t('missing.none')}</p>}
        </Card>
        <Card title={t('facts')}>
          <Facts
            facts={[
              [t('owner'), program.entityName],
              [t('created'), <Time key="created" at={program.createdAt} />],
              [
                t('releasedAt'),
                program.releasedAt === null ? (
                  t('notReleased')
                ) : (
                  <Time key="released" at={program.releasedAt} />
                ),
              ],
            ]}
          />
        </Card>
      </div>
    </div>
  )
}

/** The first gap is what to do now. */
function stateOf({ missing }: Program, gap: (typeof GAPS)[number]): 'done' | 'now' | 'next' {
  if (!missing.includes(gap)) return 'done'
  return GAPS.find((each) => missing.includes(each)) === gap ? 'now' : 'next'
}

function RegionSetting({ program }: { program: Program }) {
  const t = useTexts(programTexts)
  const save = useAction({
    run: (region: DataRegion) => programApi.saveDataRegion(program, region),
    changes: [programKeys.one(program.appId)],
    done: t('saved'),
  })
  return (
    <Card title={t('region')}>
      <Field label={t('region.label')} help={t('region.help')}>
        {({ id, describedBy }) => (
          <Choice
            id={id}
            aria-describedby={describedBy}
            value={program.dataRegion ?? ''}
            onChange={(region) => region !== '' && save.mutate(region as DataRegion)}
            options={[
              { value: '', label: t('region.choose') },
              ...REGIONS.map((region) => ({ value: region, label: t(`region.${region}`) })),
            ]}
          />
        )}
      </Field>
    </Card>
  )
}
