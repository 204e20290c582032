import { ApiError } from './api-context'

type TypeName = 'String' | 'Number' | 'Boolean' | 'Object' | 'Array' | 'Function' | 'ArrayBuffer'

/** WeChat's words for a parameter of the wrong type. */
export function parameterError(name: string, expected: TypeName, value: unknown): ApiError {
  return new ApiError({
    message: `parameter error: parameter.${name} should be ${expected} instead of ${typeNameOf(value)};`,
    errno: 1001,
  })
}

export function requireString(options: Record<string, unknown>, name: string): string {
  const value = options[name]
  if (typeof value !== 'string') throw parameterError(name, 'String', value)
  return value
}

export function requireArray(options: Record<string, unknown>, name: string): unknown[] {
  const value = options[name]
  if (!Array.isArray(value)) throw parameterError(name, 'Array', value)
  return value
}

export function requireNumber(options: Record<string, unknown>, name: string): number {
  const value = options[name]
  if (typeof value !== 'number' || Number.isNaN(value)) throw parameterError(name, 'Number', value)
  return value
}

function typeNameOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
