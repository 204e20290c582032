import type { Environment } from '@sampan/protocol'

export const HOST_NAME = 'Sampan'
export const HOST_VERSION = '8.0.50'
/** Of the base library whose documented behaviour the runtime follows. */
export const SDK_VERSION = '3.8.0'

type Device = Pick<
  Environment,
  | 'brand'
  | 'model'
  | 'system'
  | 'platform'
  | 'pixelRatio'
  | 'networkType'
  | 'fontSizeSetting'
  | 'hostName'
  | 'hostVersion'
  | 'sdkVersion'
>

/** What a program may know of the device. On a desktop it is the developer's tool, as in WeChat's. */
export function describeDevice(userAgent = navigator.userAgent): Device {
  const ios = /iPhone|iPad|iPod/.exec(userAgent)
  const android = /Android ([\d.]+)?(?:;[^;)]*)*?; ?([^;)]+?)(?: Build|\))/.exec(userAgent)
  const base = {
    pixelRatio: devicePixelRatio,
    networkType: navigator.onLine ? 'wifi' : 'none',
    fontSizeSetting: 16,
    hostName: HOST_NAME,
    hostVersion: HOST_VERSION,
    sdkVersion: SDK_VERSION,
  }
  if (ios) {
    const version = /OS (\d+)[_.](\d+)/.exec(userAgent)
    const system = `iOS ${version ? `${version[1]}.${version[2]}` : '17.0'}`
    return { ...base, brand: 'Apple', model: ios[0], system, platform: 'ios' }
  }
  if (/Android/.test(userAgent)) {
    const model = android?.[2]?.trim() ?? 'Android'
    return {
      ...base,
      brand: 'Android',
      model,
      system: `Android ${android?.[1] ?? '14'}`,
      platform: 'android',
    }
  }
  return { ...base, brand: 'devtools', model: 'Sampan', system: 'iOS 17.0', platform: 'devtools' }
}
