import type { Program } from '@sampan/platform-api'
import { CodeIcon } from 'tdesign-icons-react'
import { ProgramPage } from '../programs/program-page'
import { useTexts } from '../texts/texts'
import { CopyText } from '../ui/copy-text'
import { Empty } from '../ui/empty'
import { Loaded } from '../ui/loaded'
import { versionTexts } from './texts'
import { useVersions } from './version-api'
import { VersionCard } from './version-card'

/** What was uploaded: each developer's and robot's latest, and which of them is the trial version. */
export default function VersionsPage() {
  return <ProgramPage>{(program) => <Versions program={program} />}</ProgramPage>
}

function Versions({ program }: { program: Program }) {
  const t = useTexts(versionTexts)
  const versions = useVersions(program.appId)
  return (
    <Loaded query={versions}>
      {(found) =>
        found.length === 0 ? (
          <div className="card">
            <Empty
              icon={<CodeIcon />}
              title={t('empty.title')}
              text={t('empty.text')}
              action={<CopyText text={program.appId} label={`AppID ${program.appId}`} />}
            />
          </div>
        ) : (
          <div className="stack">
            {found.map((version) => (
              <VersionCard key={version.id} program={program} version={version} />
            ))}
          </div>
        )
      }
    </Loaded>
  )
}
