import type { ApiContext, ApiTable } from './api-context'
import { createHostApis, type ParameterList, readParameters } from './host-apis'
import { createListenerApis } from './listener-apis'
import { privacyApi } from './open-ability/privacy'

/** Where the device is, and places on a map. */
export function createLocationApis(context: ApiContext): ApiTable {
  const guarded = (name: string, parameters: ParameterList) =>
    privacyApi(context, name, (options) => context.call(name, readParameters(options, parameters)))
  return {
    getLocation: guarded('getLocation', {
      type: 'String?',
      altitude: 'Boolean?',
      isHighAccuracy: 'Boolean?',
    }),
    getFuzzyLocation: guarded('getFuzzyLocation', { type: 'String?' }),
    chooseLocation: guarded('chooseLocation', { latitude: 'Number?', longitude: 'Number?' }),
    choosePoi: guarded('choosePoi', {}),
    startLocationUpdate: guarded('startLocationUpdate', { type: 'String?' }),
    startLocationUpdateBackground: guarded('startLocationUpdateBackground', { type: 'String?' }),
    ...createHostApis(context, {
      stopLocationUpdate: {},
      openLocation: {
        latitude: 'Number',
        longitude: 'Number',
        scale: 'Number?',
        name: 'String?',
        address: 'String?',
      },
    }),
    ...createListenerApis(context, {
      LocationChange: { event: 'locationChange' },
      LocationChangeError: { event: 'locationChangeError' },
    }),
  }
}
