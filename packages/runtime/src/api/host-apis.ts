import { type ApiContext, ApiError, type ApiTable, asyncApi } from './api-context'
import { parameterError } from './parameters'

export type ParameterType = 'String' | 'Number' | 'Boolean' | 'Array' | 'Object' | 'Any'

/** Names of parameters with their types; `?` at the end means that it may be left out. */
export type ParameterList = Readonly<Record<string, ParameterType | `${ParameterType}?`>>

/**
 * APIs whose whole work is done by the container's capabilities of the same names: name → parameters. Required ones
 * are refused when their type is wrong, the others are converted. Nothing but the listed ones is sent: options may
 * carry functions, which cannot be.
 */
export function createHostApis(context: ApiContext, list: Readonly<Record<string, ParameterList>>): ApiTable {
  const table: ApiTable = {}
  for (const [name, parameters] of Object.entries(list)) {
    table[name] = asyncApi(context, name, (options) =>
      context.call(name, readParameters(options, parameters)),
    )
  }
  return table
}

export function readParameters(
  options: Readonly<Record<string, unknown>>,
  parameters: ParameterList,
): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [name, declared] of Object.entries(parameters)) {
    const optional = declared.endsWith('?')
    const type = (optional ? declared.slice(0, -1) : declared) as ParameterType
    const given = options[name]
    if (optional && (given === undefined || given === null)) continue
    const value = optional ? convert(given, type) : check(name, given, type)
    if (value !== undefined) read[name] = value
  }
  return read
}

function check(name: string, value: unknown, type: ParameterType): unknown {
  if (type === 'Any') return toPlain(value)
  if (!isOfType(value, type)) throw parameterError(name, type, value)
  return type === 'Array' || type === 'Object' ? toPlain(value) : value
}

function convert(value: unknown, type: ParameterType): unknown {
  switch (type) {
    case 'String':
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    case 'Number': {
      const number = Number(value)
      return Number.isNaN(number) ? undefined : number
    }
    case 'Boolean':
      return Boolean(value)
    case 'Any':
      return toPlain(value)
    default:
      return isOfType(value, type) ? toPlain(value) : undefined
  }
}

function isOfType(value: unknown, type: ParameterType): boolean {
  switch (type) {
    case 'Array':
      return Array.isArray(value)
    case 'Object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'Number':
      return typeof value === 'number' && !Number.isNaN(value)
    case 'Any':
      return true
    default:
      return typeof value === type.toLowerCase()
  }
}

/** A copy that can be sent: what JSON drops, goes. */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value
  try {
    return JSON.parse(JSON.stringify(value)) as unknown
  } catch {
    throw new ApiError({ message: 'parameter error: the parameter cannot be converted to JSON' })
  }
}
