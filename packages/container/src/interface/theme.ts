import type { BundleManifest, WindowConfig } from '@sampan/protocol'
import { ownValue } from '../messages/own-fields'

export type Theme = 'light' | 'dark'

/** Replaces `@name` by the variable of the theme, in every text field. Unknown variables become undefined. */
export function resolveThemed<Config extends object>(
  config: Config,
  manifest: BundleManifest,
  theme: Theme,
): Config {
  const variables = manifest.theme?.[theme]
  const resolved = { ...config } as Record<string, unknown>
  for (const [key, value] of Object.entries(resolved)) {
    if (typeof value === 'string' && value.startsWith('@')) {
      resolved[key] = variables ? ownValue(variables, value.slice(1)) : undefined
    }
  }
  return resolved as Config
}

/** Window fields for the eyes: variables resolved, colours that are none replaced by defaults. */
export function themedWindow(config: WindowConfig, manifest: BundleManifest, theme: Theme): WindowConfig {
  const window = resolveThemed(config, manifest, theme)
  const dark = theme === 'dark' && manifest.app.darkmode
  return {
    ...window,
    navigationBarBackgroundColor:
      cssColor(window.navigationBarBackgroundColor) ?? (dark ? '#191919' : '#000000'),
    navigationBarTextStyle: window.navigationBarTextStyle === 'black' ? 'black' : 'white',
    backgroundColor: cssColor(window.backgroundColor) ?? (dark ? '#191919' : '#ffffff'),
    backgroundTextStyle: window.backgroundTextStyle === 'light' ? 'light' : 'dark',
  }
}

/** A colour out of a program's config or call, fit to be put into a style. */
export function cssColor(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl)a?\([\d\s.,%/deg]{1,60}\))$/i.test(text) ? text : undefined
}
