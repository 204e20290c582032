import type { BundleManifest, TabBarConfig } from '@sampan/protocol'
import { resolveProgramUrl } from '../capabilities/program-url'
import { TabBar, type TabItem } from '../interface/tab-bar'
import type { Text } from '../interface/texts'
import { type Theme, cssColor, resolveThemed } from '../interface/theme'

export type TabStyle = Partial<
  Pick<TabBarConfig, 'color' | 'selectedColor' | 'backgroundColor' | 'borderStyle'>
>

/** The program's tab bar: what `app.json` says, with what APIs changed over it. */
export interface ProgramTabs {
  readonly element: TabBar
  /** True while the container draws tabs that take room: no tab bar, a custom one and a hidden one take none. */
  takesRoom(): boolean
  readonly count: number
  indexOf(route: string): number
  routeOf(index: number): string | undefined
  textOf(index: number): string
  select(route: string): void
  setBadge(index: number, text: string | undefined): void
  setRedDot(index: number, shown: boolean): void
  setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void
  setStyle(style: TabStyle): void
  setHidden(hidden: boolean, animated: boolean): void
  setTheme(theme: Theme): void
}

export interface ProgramTabsParts {
  stage: HTMLElement
  manifest: BundleManifest
  baseUrl: string
  theme: Theme
  text: Text
  onSelect(index: number): void
}

export function createProgramTabs(parts: ProgramTabsParts): ProgramTabs {
  const { manifest, stage } = parts
  const config = manifest.app.tabBar
  const list = config?.list ?? []
  const native = config !== undefined && !config.custom
  const changes: Partial<TabItem>[] = list.map(() => ({}))
  let styleChanges: TabStyle = {}
  let theme = parts.theme
  let hidden = false

  const element = new TabBar()
  element.label = manifest.name
  element.position = config?.position === 'top' ? 'top' : 'bottom'
  element.addEventListener('select', (event) => parts.onSelect((event as CustomEvent<number>).detail))
  if (native) stage.append(element)

  const url = (path: string | undefined) => (path ? resolveProgramUrl(parts, path) : undefined)

  function paint(): void {
    if (!config) return
    const themed = { ...resolveThemed(config, manifest, theme), ...styleChanges }
    const dark = theme === 'dark'
    element.look = {
      color: cssColor(themed.color) ?? (dark ? '#a0a0a0' : '#7a7e83'),
      selectedColor: cssColor(themed.selectedColor) ?? (dark ? '#3fbf98' : '#0b7f60'),
      backgroundColor: cssColor(themed.backgroundColor) ?? (dark ? '#191919' : '#ffffff'),
      borderColor: borderColor(themed.borderStyle),
      position: element.position,
    }
    element.items = list.map((item, index) => {
      const { text, iconPath, selectedIconPath } = resolveThemed(item, manifest, theme)
      return { text, icon: url(iconPath), selectedIcon: url(selectedIconPath), ...changes[index] }
    })
  }

  function setLayout(): void {
    const place = native && !hidden ? element.position : 'none'
    stage.dataset.tabs = place
  }

  paint()
  setLayout()

  return {
    element,
    count: list.length,
    takesRoom: () => native && !hidden,
    indexOf: (route) => list.findIndex((item) => item.pagePath === route),
    routeOf: (index) => list[index]?.pagePath,
    textOf: (index) => element.items[index]?.text ?? '',
    select(route) {
      const index = list.findIndex((item) => item.pagePath === route)
      if (index >= 0) element.selected = index
    },
    setBadge(index, text) {
      Object.assign(changes[index]!, { badge: text, redDot: false })
      paint()
    },
    setRedDot(index, shown) {
      Object.assign(changes[index]!, { redDot: shown, badge: undefined })
      paint()
    },
    setItem(index, { text, iconPath, selectedIconPath }) {
      if (text !== undefined) changes[index]!.text = text
      if (iconPath) changes[index]!.icon = url(iconPath)
      if (selectedIconPath) changes[index]!.selectedIcon = url(selectedIconPath)
      paint()
    },
    setStyle(style) {
      styleChanges = { ...styleChanges, ...style }
      paint()
    },
    setHidden(next, animated) {
      hidden = next
      element.toggleAttribute('still', !animated)
      element.toggleAttribute('away', hidden)
      setLayout()
    },
    setTheme(next) {
      theme = next
      paint()
    },
  }
}

function borderColor(style: string | undefined): string {
  if (style === 'white') return 'rgb(255 255 255 / 40%)'
  return (style !== 'black' && cssColor(style)) || 'rgb(0 0 0 / 12%)'
}
