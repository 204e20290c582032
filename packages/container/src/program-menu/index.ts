import type { Environment } from '@sampan/protocol'
import type { CapabilityHost } from '../capabilities/capability'
import type { Share } from '../capabilities/share'
import { AboutSheet } from './about-sheet'
import { aboutIcon, linkIcon, reloadIcon, settingsIcon, shareIcon } from './menu-icons'
import { type MenuItem, MenuSheet } from './menu-sheet'
import type { ProgramIdentity } from '../interface/program-icon'
import type { Page } from '../pages/page'

export interface MenuParts {
  host: CapabilityHost
  identity: ProgramIdentity
  share: Share
  top(): Page | undefined
  copyLink(): Promise<void>
  reopen(): void
  /** A short message to the user. */
  tell(text: string): void
}

/** What the menu button opens. */
export async function openProgramMenu(parts: MenuParts): Promise<void> {
  const { host, identity } = parts
  const { text } = host
  const page = parts.top()
  const items: MenuItem[] = [
    ...(page && parts.share.isOffered(page) ? [{ id: 'share', label: text('share'), icon: shareIcon }] : []),
    { id: 'link', label: text('copy link'), icon: linkIcon },
    { id: 'reopen', label: text('reopen'), icon: reloadIcon },
    { id: 'settings', label: text('settings'), icon: settingsIcon },
    { id: 'about', label: text('about'), icon: aboutIcon },
  ]
  const chosen = await host.overlay.show<string | undefined>((close) => {
    const sheet = new MenuSheet()
    sheet.content = { identity, note: versionNote(host), items, cancelText: text('cancel') }
    sheet.onResult = close
    return sheet
  })
  switch (chosen) {
    case 'share':
      return parts.share.share('menu').catch((error: Error) => parts.tell(error.message))
    case 'link':
      return parts.copyLink()
    case 'reopen':
      return parts.reopen()
    case 'settings':
      return showSettings(host)
    case 'about':
      return showAbout(host, identity)
  }
}

function versionNote({ environment, text }: CapabilityHost): string {
  const { version, envVersion } = environment()
  const kind = envVersion === 'release' ? '' : text(`env.${envVersion}`)
  return [kind, version].filter(Boolean).join(' · ')
}

async function showSettings(host: CapabilityHost): Promise<void> {
  const { showSettingScreen } = await host.loadPart(
    'setting-screen',
    () => import('../capabilities/setting/setting-screen'),
  )
  await showSettingScreen(host)
}

function showAbout(host: CapabilityHost, identity: ProgramIdentity): Promise<undefined> {
  const { text } = host
  const environment: Environment = host.environment()
  const sizeBytes = host.manifest.packages.reduce((sum, info) => sum + info.sizeBytes, 0)
  return host.overlay.show<undefined>((close) => {
    const sheet = new AboutSheet()
    sheet.content = {
      identity,
      facts: [
        { label: text('program id'), value: host.appId },
        { label: text('version'), value: environment.version || text(`env.${environment.envVersion}`) },
        { label: text('program size'), value: formatSize(sizeBytes, host.settings.language) },
      ],
      closeText: text('close'),
    }
    sheet.onResult = close
    return sheet
  })
}

function formatSize(sizeBytes: number, language: 'en' | 'zh_CN'): string {
  const kilobytes = sizeBytes / 1024
  const [value, unit] = kilobytes < 1024 ? [kilobytes, 'kilobyte'] : [kilobytes / 1024, 'megabyte']
  return new Intl.NumberFormat(language.replace('_', '-'), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(value)
}

export { programMenuTexts as texts } from './texts'
