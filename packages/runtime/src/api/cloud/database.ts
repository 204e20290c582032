import type { ApiContext } from '../api-context'
import type { CloudCall } from './cloud-call'
import { createDatabaseCommand } from './database-command'

type Builder = Record<string, unknown>

/** `wx.cloud.database()`: builds queries; `call` sends them. */
export function createDatabase(context: ApiContext, call: CloudCall): Builder {
  return {
    command: createDatabaseCommand(),
    Geo: createGeo(),
    RegExp: (options: { regexp?: unknown; options?: unknown } = {}) => ({
      regexp: String(options.regexp ?? ''),
      options: options.options,
    }),
    serverDate: (options: { offset?: unknown } = {}) => ({ $date: { offset: Number(options.offset ?? 0) } }),
    collection: (name: unknown) => createCollection(context, call, String(name)),
    createCollection: (name: unknown) => call('createCollection', { name }),
    startTransaction: (options?: unknown) => call('database.startTransaction', options),
    runTransaction: () => call('database.runTransaction'),
  }
}

const STAGES =
  'addFields bucket bucketAuto count geoNear group limit lookup match project replaceRoot sample skip sort sortByCount unwind'

function createCollection(context: ApiContext, call: CloudCall, collectionName: string): Builder {
  return {
    collectionName,
    ...createQuery(context, call),
    doc: (id: unknown) => createDocument(context, call, id),
    add: (options?: unknown) => call('collection.add', options),
    aggregate: () => createAggregate(call),
  }
}

/** Each step answers a new query, so that one can be the beginning of several. */
function createQuery(context: ApiContext, call: CloudCall): Builder {
  const next = () => createQuery(context, call)
  return {
    where: next,
    orderBy: next,
    limit: next,
    skip: next,
    field: next,
    get: (options?: unknown) => call('collection.get', options),
    count: (options?: unknown) => call('collection.count', options),
    update: (options?: unknown) => call('collection.update', options),
    remove: (options?: unknown) => call('collection.remove', options),
    watch: (options?: unknown) => watch(context, call, options),
  }
}

function createDocument(context: ApiContext, call: CloudCall, id: unknown): Builder {
  const document: Builder = {
    _id: id,
    field: () => document,
    get: (options?: unknown) => call('document.get', options),
    set: (options?: unknown) => call('document.set', options),
    update: (options?: unknown) => call('document.update', options),
    remove: (options?: unknown) => call('document.remove', options),
    watch: (options?: unknown) => watch(context, call, options),
  }
  return document
}

function createAggregate(call: CloudCall): Builder {
  const aggregate: Builder = { end: (options?: unknown) => call('collection.aggregate', options) }
  for (const stage of STAGES.split(' ')) aggregate[stage] = () => aggregate
  return aggregate
}

function watch(context: ApiContext, call: CloudCall, options: unknown): Builder {
  const { onError } = (options ?? {}) as { onError?: unknown }
  call('collection.watch')?.catch((error: unknown) => {
    if (typeof onError === 'function')
      context.program.runUserCode(() => onError(error) as unknown, 'watch onError')
  })
  return { close: () => Promise.resolve() }
}

function createGeo(): Builder {
  const shape =
    (type: string, read: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => ({
      type,
      coordinates: read(...args),
    })
  const coordinatesOf = (list: unknown) => (Array.isArray(list) ? list.map(coordinates) : [])
  return {
    Point: (longitude: number, latitude: number) => ({
      type: 'Point',
      longitude,
      latitude,
      coordinates: [longitude, latitude],
    }),
    MultiPoint: shape('MultiPoint', coordinatesOf),
    LineString: shape('LineString', coordinatesOf),
    MultiLineString: shape('MultiLineString', coordinatesOf),
    Polygon: shape('Polygon', coordinatesOf),
    MultiPolygon: shape('MultiPolygon', coordinatesOf),
  }
}

function coordinates(value: unknown): unknown {
  return (value as { coordinates?: unknown } | null)?.coordinates ?? value
}
