import type { StackMapper } from '../preview/stack-mapper'
import type { ProgramError } from './page/probe-contract'
import type { PageError } from './report'

/** `errMsg` of the request family when no answer came: not the program's fault, and not ours. */
const NETWORK_FAILURE = /\b(request|uploadFile|downloadFile|connectSocket):fail\b/

/**
 * A `wx` call failed and the program took no notice: WeChat's console says so as well, and the page goes on. Errors
 * that code throws look otherwise. `wx.cloud` fails with an Error.
 */
const API_FAILURE = /^(?:Error: )?[a-zA-Z.]+:fail\b/

/** The program's errors with places in its sources. */
export function locateErrors(errors: readonly ProgramError[], stacks: StackMapper): PageError[] {
  return errors.map(({ kind, message, stack }) => ({
    kind: kind === 'unhandled-rejection' ? rejectionKind(message, stack) : kind,
    message,
    ...locate(stack, stacks),
  }))
}

function rejectionKind(message: string, stack: string | undefined): string {
  if (NETWORK_FAILURE.test(message)) return 'network'
  // Rejected with a plain value, on purpose: nothing was thrown.
  if (stack === undefined && !API_FAILURE.test(message)) return 'rejection'
  return API_FAILURE.test(message) ? 'api-failure' : 'unhandled-rejection'
}

function locate(stack: string | undefined, stacks: StackMapper): Partial<PageError> {
  if (stack === undefined) return {}
  const mapped = stacks.map(stack)
  return { ...mapped.place, stack: mapped.stack }
}

/** The same error many times (a timer, a scroll handler) says no more than once. */
export function withoutRepeats(errors: readonly PageError[]): PageError[] {
  const seen = new Map(
    errors.map((error) => [`${error.kind}\n${error.message}\n${error.file}:${error.line}`, error]),
  )
  return [...seen.values()]
}
