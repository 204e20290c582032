import { type ApiContext, ApiError, type ApiTable, failureOf } from '../api-context'
import { createEventMethods } from '../event-methods'

/**
 * There is no advertiser behind Sampan. Ads can be created and listened to; loading and showing fail as they do when
 * there is nothing to show (`errCode` 1004), and `onError` tells of it.
 */
export function createAdvertisementApis(context: ApiContext): ApiTable {
  return {
    createRewardedVideoAd: (options?: unknown) => createAd(context, 'createRewardedVideoAd', options),
    createInterstitialAd: (options?: unknown) => createAd(context, 'createInterstitialAd', options),
    getShowSplashAdStatus: () =>
      Promise.resolve({ status: 'fail', code: 1, errMsg: 'getShowSplashAdStatus:ok' }),
  }
}

const NO_AD = { message: 'no suitable ad', extra: { errCode: 1004 } }

function createAd(context: ApiContext, name: string, options: unknown): Record<string, unknown> {
  const { adUnitId } = (options ?? {}) as { adUnitId?: unknown }
  if (typeof adUnitId !== 'string')
    throw new Error(`${name}:fail parameter error: parameter.adUnitId should be String`)
  const events = createEventMethods(context, name, ['Load', 'Error', 'Close', 'Resize', 'Hide'])
  let destroyed = false

  function tellError(failure: object): void {
    if (!destroyed) events.fire('Error', failure)
  }

  function fail(method: string): Promise<never> {
    const failure = failureOf(method, new ApiError(NO_AD))
    return Promise.resolve().then(() => {
      tellError(failure)
      throw failure
    })
  }

  const ad = {
    ...events.methods,
    load: () => fail('load'),
    show: () => fail('show'),
    isReady: () => false,
    isShow: () => false,
    hide: () => Promise.resolve(),
    destroy() {
      destroyed = true
      events.clear()
    },
  }
  // A new ad loads by itself, after the program has had the time to listen.
  setTimeout(() => tellError(failureOf('load', new ApiError(NO_AD))))
  return ad
}
