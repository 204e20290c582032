import * as z from 'zod/mini'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { requireDeclared } from '../declared-apis'
import { blurCoordinates, type Coordinates } from './coordinates'
import { choosePlace, showPlace } from './location-sheets'
import { readPosition, watchPosition } from './position'

const typeSchema = z.optional(z.enum(['wgs84', 'gcj02']))
const latitudeSchema = z.number().check(z.minimum(-90), z.maximum(90))
const longitudeSchema = z.number().check(z.minimum(-180), z.maximum(180))
const startSchema = z.object({ latitude: z.optional(latitudeSchema), longitude: z.optional(longitudeSchema) })

/** Where the choosing begins when nothing is known. */
const DEFAULT_PLACE: Coordinates = { latitude: 39.90469, longitude: 116.40717 }

/** Locations of the device, behind the user's permission and the program's declarations. */
export function createLocation(host: CapabilityHost): Capability {
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

  async function startOfChoice({ latitude, longitude }: z.infer<typeof startSchema>): Promise<Coordinates> {
    if (latitude !== undefined && longitude !== undefined) return { latitude, longitude }
    return readPosition('gcj02', false).catch(() => DEFAULT_PLACE)
  }

  return {
    methods: {
      getLocation: method(
        z.object({
          type: typeSchema,
          altitude: z.optional(z.boolean()),
          isHighAccuracy: z.optional(z.boolean()),
        }),
        async ({ type, isHighAccuracy }) => {
          requireDeclared(host, 'getLocation')
          await host.authorize('scope.userLocation')
          return readPosition(type ?? 'wgs84', isHighAccuracy === true)
        },
      ),
      getFuzzyLocation: method(z.object({ type: typeSchema }), async ({ type }) => {
        requireDeclared(host, 'getFuzzyLocation')
        await host.authorize('scope.userFuzzyLocation')
        return blurCoordinates(await readPosition(type ?? 'wgs84', false))
      }),
      startLocationUpdate: method(z.object({ type: typeSchema }), ({ type }) =>
        startUpdates('startLocationUpdate', 'scope.userLocation', type),
      ),
      startLocationUpdateBackground: method(z.object({ type: typeSchema }), async ({ type }) => {
        if (!host.manifest.app.requiredBackgroundModes.includes('location')) {
          throw new CapabilityError('require requiredBackgroundModes location in app.json')
        }
        await startUpdates('startLocationUpdateBackground', 'scope.userLocationBackground', type)
      }),
      stopLocationUpdate: method(z.object({}), () => {
        stopWatching?.()
        stopWatching = undefined
      }),
      chooseLocation: method(startSchema, async (start) => {
        requireDeclared(host, 'chooseLocation')
        await host.authorize('scope.userLocation')
        return choosePlace(host, await startOfChoice(start))
      }),
      choosePoi: method(z.object({}), async () => {
        requireDeclared(host, 'choosePoi')
        return { ...(await choosePlace(host, await startOfChoice({}))), type: 2, city: '' }
      }),
      openLocation: method(
        z.object({
          latitude: latitudeSchema,
          longitude: longitudeSchema,
          scale: z.optional(z.number()),
          name: z.optional(z.string()),
          address: z.optional(z.string()),
        }),
        ({ latitude, longitude, scale = 18, name = '', address = '' }) =>
          showPlace(host, { latitude, longitude, name, address }, Math.max(5, Math.min(18, scale))),
      ),
    },
    dispose: () => stopWatching?.(),
  }
}
