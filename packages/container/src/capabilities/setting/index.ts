import * as z from 'zod/mini'
import { type Capability, type CapabilityHost, method } from '../capability'
import { subscriptionsOf } from '../subscribe-message/subscriptions'
import { permissionsOf } from './permissions'
import { showSettingScreen } from './setting-screen'

const settingSchema = z.object({ withSubscriptions: z.optional(z.boolean()) })

/** `wx.authorize`, `wx.getSetting`, `wx.openSetting`. */
export function createSetting(host: CapabilityHost): Capability {
  const permissions = permissionsOf(host)

  async function setting({ withSubscriptions }: z.infer<typeof settingSchema>) {
    const authSetting = await permissions.decisions()
    if (!withSubscriptions) return { authSetting }
    return { authSetting, subscriptionsSetting: await subscriptionsOf(host).setting() }
  }

  return {
    methods: {
      authorize: method(z.object({ scope: z.string() }), ({ scope }) => permissions.authorize(scope)),
      getSetting: method(settingSchema, setting),
      openSetting: method(settingSchema, async (params) => {
        await showSettingScreen(host, permissions)
        return setting(params)
      }),
    },
  }
}
