import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { requireDeclared } from '../declared-apis'
import { blurCoordinates, type Coordinates } from './coordinates'
import { choosePlace, showPlace } from './location-sheets'
import { readPosition, watchPosition } from './position'

const typeSchema = v.optional(v.picklist(['wgs84', 'gcj02']))
const latitudeSchema = v.pipe(finiteNumber, v.minValue(-90), v.maxValue(90))
const longitudeSchema = v.pipe(finiteNumber, v.minValue(-180), v.maxValue(180))
const startSchema = v.object({ latitude: v.optional(latitudeSchema), longitude: v.optional(longitudeSchema) })

/** Where the choosing begins when nothing is known. */
const DEFAULT_PLACE: Coordinates = { latitude: 39.90469, longitude: 116.40717 }

/** Locations of the device, behind the user's permission and the program's declarations. */
function createLocation(host: CapabilityHost): Capability {
  let stopWatching: (() => void) | undefined

  async function startUpdates(api: string, scope: string, type: 'wgs84' | 'gcj02' = 'gcj02'): Promise<void> {
    requireDeclared(host, api)
    await host.authorize(scope)
    stopWatching?.()
    stopWatching = watchPosition(
      type,
      (location) => host.emit('locationChange', location),
      (error) =>
        host.emit('locationChangeError', { errCode: error.failure.extra?.errCode, errMsg: error.message }),
    )
  }

  async function startOfChoice({
    latitude,
    longitude,
  }: v.InferOutput<typeof startSchema>): Promise<Coordinates> {
    if (latitude !== undefined && longitude !== undefined) return { latitude, longitude }
    return readPosition('gcj02', false).catch(() => DEFAULT_PLACE)
  }

  return {
    methods: {
      getLocation: method(
        v.object({
          type: typeSchema,
          altitude: v.optional(v.boolean()),
          isHighAccuracy: v.optional(v.boolean()),
        }),
        async ({ type, isHighAccuracy }) => {
          requireDeclared(host, 'getLocation')
          await host.authorize('scope.userLocation')
          return readPosition(type ?? 'wgs84', isHighAccuracy === true)
        },
      ),
      getFuzzyLocation: method(v.object({ type: typeSchema }), async ({ type }) => {
        requireDeclared(host, 'getFuzzyLocation')
        await host.authorize('scope.userFuzzyLocation')
        return blurCoordinates(await readPosition(type ?? 'wgs84', false))
      }),
      startLocationUpdate: method(v.object({ type: typeSchema }), ({ type }) =>
        startUpdates('startLocationUpdate', 'scope.userLocation', type),
      ),
      startLocationUpdateBackground: method(v.object({ type: typeSchema }), async ({ type }) => {
        if (!host.manifest.app.requiredBackgroundModes.includes('location')) {
          throw new CapabilityError('require requiredBackgroundModes location in app.json')
        }
        await startUpdates('startLocationUpdateBackground', 'scope.userLocationBackground', type)
      }),
      stopLocationUpdate: method(v.object({}), () => {
        stopWatching?.()
        stopWatching = undefined
      }),
      chooseLocation: method(startSchema, async (start) => {
        requireDeclared(host, 'chooseLocation')
        await host.authorize('scope.userLocation')
        return choosePlace(host, await startOfChoice(start))
      }),
      choosePoi: method(v.object({}), async () => {
        requireDeclared(host, 'choosePoi')
        return { ...(await choosePlace(host, await startOfChoice({}))), type: 2, city: '' }
      }),
      openLocation: method(
        v.object({
          latitude: latitudeSchema,
          longitude: longitudeSchema,
          scale: v.optional(finiteNumber),
          name: v.optional(v.string()),
          address: v.optional(v.string()),
        }),
        ({ latitude, longitude, scale = 18, name = '', address = '' }) =>
          showPlace(host, { latitude, longitude, name, address }, Math.max(5, Math.min(18, scale))),
      ),
    },
    dispose: () => stopWatching?.(),
  }
}

export { createLocation as create }
export { locationTexts as texts } from './texts'
