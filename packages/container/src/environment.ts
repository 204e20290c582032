import type { BundleManifest, Environment } from '@sampan/protocol'
import { describeDevice } from './device'
import type { Theme } from './interface/theme'
import type { Geometry } from './pages/layout'
import type { ProgramOptions } from './program-options'
import { STORAGE_LIMIT_KB } from './storage/program-storage'

/** A program without dark mode is always light. */
export function programTheme(manifest: BundleManifest, theme: Theme): Theme {
  return manifest.app.darkmode ? theme : 'light'
}

export function createEnvironment(
  options: Pick<ProgramOptions, 'settings' | 'theme' | 'version'>,
  manifest: BundleManifest,
  geometry: Geometry,
): Environment {
  const { settings, theme, version } = options
  return {
    ...describeDevice(),
    ...geometry,
    theme: programTheme(manifest, theme),
    language: settings.language,
    envVersion: settings.envVersion,
    version,
    authSetting: {},
    storageLimitKb: STORAGE_LIMIT_KB,
  }
}

/** Those that differ, so that the program is told only what is new. */
export function changedFields(before: Environment, changes: Partial<Environment>): Partial<Environment> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([key, value]) => JSON.stringify(before[key as keyof Environment]) !== JSON.stringify(value),
    ),
  )
}
