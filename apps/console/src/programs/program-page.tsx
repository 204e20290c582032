import type { Program } from '@sampan/platform-api'
import type { ReactNode } from 'react'
import { NavLink, useParams } from 'react-router'
import { useTexts } from '../texts/texts'
import { CopyText } from '../ui/copy-text'
import { Loaded } from '../ui/loaded'
import { Page } from '../ui/page'
import { useProgram } from './program-api'
import { ProgramAvatar } from './program-avatar'
import { programTexts } from './texts'

/** The pages of a program, in the order in which its makers need them. */
const TABS = [
  { path: '', text: 'tab.profile' },
  { path: '/members', text: 'tab.members' },
  { path: '/versions', text: 'tab.versions' },
  { path: '/filing', text: 'tab.filing' },
  { path: '/reviews', text: 'tab.reviews' },
  { path: '/releases', text: 'tab.releases' },
  { path: '/settings', text: 'tab.settings' },
  { path: '/domains', text: 'tab.domains' },
  { path: '/journal', text: 'tab.journal' },
] as const

/** The frame of every page of one program: which it is, and where else to go in it. */
export function ProgramPage({ children }: { children(program: Program): ReactNode }) {
  const { appId = '' } = useParams()
  const t = useTexts(programTexts)
  const program = useProgram(appId)
  return (
    <Loaded query={program}>
      {(found) => (
        <Page
          title={found.name || t('unnamed')}
          intro={
            <>
              {found.entityName} · AppID <CopyText text={found.appId} />
            </>
          }
          actions={<ProgramAvatar program={found} sizePx={56} />}
        >
          <nav className="tabs" aria-label={t('pages')}>
            {TABS.map(({ path, text }) => (
              <NavLink key={path} to={`/programs/${appId}${path}`} end ref={showIfCurrent}>
                {t(text)}
              </NavLink>
            ))}
          </nav>
          {children(found)}
        </Page>
      )}
    </Loaded>
  )
}

/** On a phone the tabs are wider than the screen. */
function showIfCurrent(tab: HTMLElement | null): void {
  if (tab?.ariaCurrent === 'page') tab.scrollIntoView({ inline: 'center', block: 'nearest' })
}
