import { type ApiContext, ApiError, type ApiTable, failureOf } from '../api-context'

type Listener = (event?: unknown) => void
type AdEvent = 'load' | 'error' | 'close' | 'resize' | 'hide'

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
  const listeners = new Map<AdEvent, Set<Listener>>()
  let destroyed = false

  function fire(event: AdEvent, payload: unknown): void {
    if (destroyed) return
    for (const listener of [...(listeners.get(event) ?? [])]) {
      context.program.runUserCode(() => listener(payload), `${name} on${event}`)
    }
  }

  function fail(method: string): Promise<never> {
    const failure = failureOf(method, new ApiError(NO_AD))
    return Promise.resolve().then(() => {
      fire('error', failure)
      throw failure
    })
  }

  const ad: Record<string, unknown> = {
    load: () => fail('load'),
    show: () => fail('show'),
    isReady: () => false,
    isShow: () => false,
    hide: () => Promise.resolve(),
    destroy() {
      destroyed = true
      listeners.clear()
    },
  }
  for (const event of ['Load', 'Error', 'Close', 'Resize', 'Hide']) {
    const key = event.toLowerCase() as AdEvent
    ad[`on${event}`] = (listener: unknown) => {
      if (typeof listener !== 'function') return
      listeners.set(key, (listeners.get(key) ?? new Set()).add(listener as Listener))
    }
    ad[`off${event}`] = (listener?: unknown) => {
      if (typeof listener === 'function') listeners.get(key)?.delete(listener as Listener)
      else listeners.delete(key)
    }
  }
  // A new ad loads by itself, after the program has had the time to listen.
  setTimeout(() => fire('error', failureOf('load', new ApiError(NO_AD))))
  return ad
}
