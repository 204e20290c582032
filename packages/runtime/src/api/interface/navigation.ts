import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { createHostApis, readParameters } from '../host-apis'
import { requireString } from '../parameters'
import { createEventChannelPair } from './event-channel'

/**
 * Routes. The container owns the page stack and refuses what cannot be opened; the calls are answered after the new
 * page's `onShow`.
 */
export function createNavigationApis(context: ApiContext): ApiTable {
  return {
    navigateTo: asyncApi(context, 'navigateTo', async (options) => {
      const url = requireString(options, 'url')
      const { opener, opened } = createEventChannelPair((run, where) =>
        context.program.runUserCode(run, where),
      )
      for (const [name, listener] of Object.entries(listenersOf(options.events))) opener.on(name, listener)
      await context.call('navigateTo', { url }, opened)
      return { eventChannel: opener }
    }),
    ...createHostApis(context, {
      redirectTo: { url: 'String' },
      switchTab: { url: 'String' },
      reLaunch: { url: 'String' },
      restartMiniProgram: { path: 'String?' },
      exitMiniProgram: {},
    }),
    navigateBack: asyncApi(context, 'navigateBack', async (options) => {
      await context.call('navigateBack', readParameters(options, { delta: 'Number?' }))
    }),
  }
}

function listenersOf(events: unknown): Record<string, (...args: unknown[]) => void> {
  if (typeof events !== 'object' || events === null) return {}
  return Object.fromEntries(
    Object.entries(events).filter(([, listener]) => typeof listener === 'function'),
  ) as Record<string, (...args: unknown[]) => void>
}
