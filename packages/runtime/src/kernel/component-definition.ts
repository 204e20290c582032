/** What programs pass to `Component`, `Page` and `Behavior`, as loosely as they write it. */
export interface RawDefinition {
  behaviors?: unknown[]
  properties?: Record<string, unknown>
  data?: unknown
  methods?: Record<string, unknown>
  observers?: unknown
  lifetimes?: Record<string, unknown>
  pageLifetimes?: Record<string, unknown>
  relations?: Record<string, unknown>
  externalClasses?: unknown
  options?: Record<string, unknown>
  export?: unknown
  definitionFilter?: unknown
  [field: string]: unknown
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error']

/** Turns a loose definition into one that the kernel takes without complaint. */
export function normalizeDefinition(raw: RawDefinition): Record<string, unknown> {
  const definition: Record<string, unknown> = {}
  if (isRecord(raw.properties)) definition.properties = mapValues(raw.properties, normalizeProperty)
  if (typeof raw.data === 'function' || isRecord(raw.data)) definition.data = raw.data
  definition.methods = isRecord(raw.methods) ? onlyFunctions(raw.methods) : {}
  if (Array.isArray(raw.observers)) definition.observers = raw.observers
  else if (isRecord(raw.observers)) definition.observers = mapValues(raw.observers, methodOrName)
  const lifetimes: Record<string, AnyFunction> = {}
  for (const name of LIFETIMES) if (isFunction(raw[name])) lifetimes[name] = raw[name]
  if (isRecord(raw.lifetimes)) Object.assign(lifetimes, onlyFunctions(raw.lifetimes))
  definition.lifetimes = lifetimes
  if (isRecord(raw.pageLifetimes)) definition.pageLifetimes = onlyFunctions(raw.pageLifetimes)
  if (isRecord(raw.relations)) definition.relations = mapValues(raw.relations, normalizeRelation)
  if (Array.isArray(raw.externalClasses)) definition.externalClasses = raw.externalClasses.map(String)
  return definition
}

/**
 * A page's own functions become methods; its other fields are copied to each instance, as documented. Behaviors may
 * bring lifetimes and properties as well.
 */
export function pageDefinition(raw: RawDefinition): {
  definition: RawDefinition
  fields: Record<string, unknown>
} {
  const definition: RawDefinition = { methods: {} }
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (name === 'data' || name === 'behaviors' || name === 'options') definition[name] = value as never
    else if (isFunction(value)) definition.methods![name] = value
    else fields[name] = value
  }
  for (const name of ['observers', 'lifetimes', 'pageLifetimes', 'properties', 'relations'] as const) {
    if (isRecord(raw[name])) definition[name] = raw[name]
  }
  return { definition, fields }
}

const TYPE_NAMES: Record<string, unknown> = { String, Number, Boolean, Object, Array, Function }

function normalizeProperty(raw: unknown): unknown {
  if (!isRecord(raw)) return Array.isArray(raw) ? { type: null } : knownType(raw)
  const { type, value, observer, optionalTypes } = raw
  const types = Array.isArray(type) ? type.map(knownType) : [knownType(type)]
  const property: Record<string, unknown> = { type: types[0] ?? null }
  const others = [...types.slice(1), ...(Array.isArray(optionalTypes) ? optionalTypes.map(knownType) : [])]
  if (others.length > 0) property.optionalTypes = others
  if (value !== undefined) property.value = value
  else if ('default' in raw && isFunction(raw.default)) property.default = raw.default
  if (observer !== undefined && observer !== null) property.observer = methodOrName(observer)
  return property
}

function knownType(type: unknown): unknown {
  if (typeof type === 'string') return TYPE_NAMES[type] ?? null
  return Object.values(TYPE_NAMES).includes(type) ? type : null
}

/** Observers may name a method. */
function methodOrName(value: unknown): AnyFunction {
  if (isFunction(value)) return value
  const name = String(value)
  return function (this: unknown, ...args) {
    const method = (this as Record<string, unknown>)[name]
    return isFunction(method) ? method.apply(this, args) : undefined
  }
}

function normalizeRelation(raw: unknown): unknown {
  return isRecord(raw) ? raw : { type: 'child' }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function'
}

function onlyFunctions(record: Record<string, unknown>): Record<string, AnyFunction> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isFunction(value))) as Record<
    string,
    AnyFunction
  >
}

function mapValues(
  record: Record<string, unknown>,
  map: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
