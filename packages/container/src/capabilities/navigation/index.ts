import { type PluginInfo, resolvePluginUrl } from '@sampan/protocol'
import * as v from 'valibot'
import type { Router } from '../../pages/router'
import type { UserBack } from '../../pages/user-back'
import { resolveAddress } from '../../pages/resolve-route'
import { type Capability, type CallInfo, CapabilityError, method } from '../capability'

export interface NavigationParts {
  /** Whose pages have names of their own. */
  plugins: Record<string, PluginInfo> | undefined
  router: Router
  userBack: UserBack
  /** The user or the program ends the program. */
  exit(): void
  restart(path: string | undefined): void
}

const url = v.pipe(v.string(), v.maxLength(64 * 1024))

/**
 * The five routes, and the ways out. Texts of refusals are the base library's. The answer of a route follows the
 * `route` message, so the program learns of its success after the page's `onShow`.
 */
export function createNavigation({ plugins, router, userBack, exit, restart }: NavigationParts): Capability {
  const route = (type: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    method(v.object({ url }), async (params, call: CallInfo) => {
      const address = resolveAddress(resolvePluginUrl(params.url, plugins), router.top()?.route)
      if (type === 'switchTab') address.query = {}
      await router.go(type, address, call.id || undefined)
    })
  return {
    methods: {
      navigateTo: route('navigateTo'),
      redirectTo: route('redirectTo'),
      switchTab: route('switchTab'),
      reLaunch: route('reLaunch'),
      navigateBack: method(v.object({ delta: v.optional(v.unknown()) }), async ({ delta }, call) => {
        await userBack.navigateBack(Number(delta ?? 1), call.id || undefined)
      }),
      enableAlertBeforeUnload: method(v.object({ message: v.string() }), ({ message }) => {
        const page = router.top()
        if (page) page.leaveMessage = message.slice(0, 2_000)
      }),
      disableAlertBeforeUnload: method(v.object({}), () => {
        const page = router.top()
        if (page) page.leaveMessage = undefined
      }),
      exitMiniProgram: method(v.object({}), () => exit()),
      restartMiniProgram: method(v.object({ path: v.optional(url) }), ({ path }) => {
        if (path === undefined) throw new CapabilityError('parameter error: parameter.path should be String')
        restart(path)
      }),
    },
  }
}
