import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { createHostApis } from '../host-apis'
import { createListenerApis, sameNamed } from '../listener-apis'

/**
 * Data that WeChat's servers fetch before a program starts. There is no such service here: the token is kept, and
 * there never is any data. Preloading hints are accepted: they change nothing but time.
 */
export function createBackgroundFetchApis(context: ApiContext): ApiTable {
  const accepted = (name: string) => asyncApi(context, name, () => undefined)
  return {
    ...createHostApis(context, {
      setBackgroundFetchToken: { token: 'String' },
      getBackgroundFetchToken: {},
    }),
    getBackgroundFetchData: asyncApi(context, 'getBackgroundFetchData', () => {
      throw new ApiError({ message: 'record is null' })
    }),
    ...createListenerApis(context, sameNamed(['BackgroundFetchData'])),
    preloadAssets: accepted('preloadAssets'),
    preloadWebview: accepted('preloadWebview'),
    preloadSkylineView: accepted('preloadSkylineView'),
  }
}
