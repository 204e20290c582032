import type { SessionInfo, StaffRole } from '@sampan/platform-api'
import type { ReactElement } from 'react'
import { NavLink } from 'react-router'
import {
  AppIcon,
  CertificateIcon,
  CodeIcon,
  DashboardIcon,
  FileSearchIcon,
  MailIcon,
  NotificationIcon,
  SecuredIcon,
  TaskCheckedIcon,
  UserBusinessIcon,
} from 'tdesign-icons-react'
import { useTexts } from '../texts/texts'
import { appTexts } from './texts'

interface NavigationLink {
  to: string
  text: keyof (typeof appTexts)['en']
  icon: ReactElement
  /** Shown to those who have it. */
  staffRole?: StaffRole
}

const SECTIONS: { title?: keyof (typeof appTexts)['en']; links: NavigationLink[] }[] = [
  { links: [{ to: '/', text: 'overview', icon: <DashboardIcon /> }] },
  {
    title: 'work',
    links: [
      { to: '/programs', text: 'programs', icon: <AppIcon /> },
      { to: '/account/entities', text: 'entities', icon: <UserBusinessIcon /> },
    ],
  },
  {
    title: 'desks',
    links: [
      { to: '/review/entities', text: 'reviewEntities', icon: <TaskCheckedIcon />, staffRole: 'reviewer' },
      {
        to: '/review/applications',
        text: 'reviewApplications',
        icon: <FileSearchIcon />,
        staffRole: 'reviewer',
      },
      { to: '/review/filings', text: 'reviewFilings', icon: <CertificateIcon />, staffRole: 'reviewer' },
      {
        to: '/regulator/filings',
        text: 'regulatorFilings',
        icon: <CertificateIcon />,
        staffRole: 'regulator',
      },
      { to: '/operator/filing', text: 'filingSettings', icon: <CertificateIcon />, staffRole: 'operator' },
      { to: '/review/code', text: 'reviewCode', icon: <CodeIcon />, staffRole: 'reviewer' },
      { to: '/operator/messages', text: 'messages', icon: <MailIcon />, staffRole: 'operator' },
    ],
  },
  {
    title: 'account',
    links: [
      { to: '/notices', text: 'notices', icon: <NotificationIcon /> },
      { to: '/account/security', text: 'security', icon: <SecuredIcon /> },
    ],
  },
]

/** Where one can go: by task, and only where one may. */
export function Navigation({ session, onGo }: { session: SessionInfo; onGo?: () => void }) {
  const t = useTexts(appTexts)
  return (
    <nav className="nav" aria-label={t('navigation')}>
      {SECTIONS.map(({ title, links }) => {
        const shown = links.filter(({ staffRole }) => !staffRole || session.staffRoles.includes(staffRole))
        if (shown.length === 0) return null
        return (
          <div key={title ?? ''}>
            {title && <h2>{t(title)}</h2>}
            <ul>
              {shown.map(({ to, text, icon }) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/'} onClick={onGo}>
                    {icon}
                    {t(text)}
                    {to === '/notices' && session.unreadNotices > 0 && (
                      <span className="nav__count">{session.unreadNotices}</span>
                    )}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
