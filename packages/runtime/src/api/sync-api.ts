import { failureOf } from './api-context'

/** A `wx` function that answers at once. Its failures are thrown as Errors whose message is the `errMsg`. */
export function syncApi<Arguments extends unknown[], Result>(
  name: string,
  run: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  return (...args) => {
    try {
      return run(...args)
    } catch (error) {
      const failure = failureOf(name, error)
      throw Object.assign(new Error(String(failure.errMsg)), failure)
    }
  }
}
