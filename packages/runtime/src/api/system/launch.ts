import type { LaunchOptions } from '@sampan/protocol'
import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { createListenerApis, sameNamed } from '../listener-apis'
import { createUpdateManager } from './update-manager'

/** How the program was started, who it is, and what happens to it. */
export function createLaunchApis(context: ApiContext): ApiTable {
  const { program } = context
  let updateManager: ReturnType<typeof createUpdateManager> | undefined
  return {
    getLaunchOptionsSync: () => launchOptions(program.launchOptions),
    getEnterOptionsSync: () => launchOptions(program.enterOptions),
    getApiCategory: () => program.launchOptions.apiCategory ?? 'default',
    getAccountInfoSync: () => accountInfo(context),
    getExtConfigSync: () => extConfig(context),
    getExtConfig: asyncApi(context, 'getExtConfig', () => ({ extConfig: extConfig(context) })),
    getUpdateManager: () => (updateManager ??= createUpdateManager(context)),
    ...createListenerApis(context, {
      ...sameNamed([
        'AppShow',
        'AppHide',
        'PageNotFound',
        'UnhandledRejection',
        'ThemeChange',
        'WindowResize',
        'WindowStateChange',
        'AudioInterruptionBegin',
        'AudioInterruptionEnd',
        'MemoryWarning',
        'LazyLoadError',
        'ApiCategoryChange',
        'BeforeAppRoute',
        'AppRoute',
        'AppRouteDone',
        'BeforePageLoad',
        'AfterPageLoad',
        'BeforePageUnload',
        'AfterPageUnload',
      ]),
      Error: { event: 'error' },
    }),
  }
}

function launchOptions(options: LaunchOptions) {
  return {
    ...options,
    query: { ...options.query },
    referrerInfo: options.referrerInfo ?? {},
    apiCategory: options.apiCategory ?? 'default',
  }
}

/** The version is told only in a release, as documented. */
function accountInfo({ environment, program }: ApiContext) {
  const { envVersion, version } = environment
  return {
    miniProgram: {
      appId: program.manifest.appId,
      envVersion,
      version: envVersion === 'release' ? version : '',
    },
  }
}

/** `ext` of the third-party provider's `ext.json`. */
function extConfig({ program }: ApiContext): unknown {
  const { extra } = program.manifest.app
  const ext = Object.hasOwn(extra, 'ext') ? extra.ext : undefined
  return typeof ext === 'object' && ext !== null ? structuredClone(ext) : {}
}
