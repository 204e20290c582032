import * as v from 'valibot'
import { type Capability, type CapabilityHost, method } from '../capability'
import { subscriptionsOf } from '../subscribe-message/subscriptions'
import { permissionsOf } from './permissions'
import { showSettingScreen } from './setting-screen'

const settingSchema = v.object({ withSubscriptions: v.optional(v.boolean()) })

/** `wx.authorize`, `wx.getSetting`, `wx.openSetting`. */
function createSetting(host: CapabilityHost): Capability {
  const permissions = permissionsOf(host)

  async function setting({ withSubscriptions }: v.InferOutput<typeof settingSchema>) {
    const authSetting = await permissions.decisions()
    if (!withSubscriptions) return { authSetting }
    return { authSetting, subscriptionsSetting: await subscriptionsOf(host).setting() }
  }

  return {
    methods: {
      authorize: method(v.object({ scope: v.string() }), ({ scope }) => permissions.authorize(scope)),
      getSetting: method(settingSchema, setting),
      openSetting: method(settingSchema, async (params) => {
        await showSettingScreen(host)
        return setting(params)
      }),
    },
  }
}

export { createSetting as create }
export { settingTexts as texts } from './texts'
