import type { PreviewEvent } from '../preview/page/preview-events'
import type { StackMapper } from '../preview/stack-mapper'
import type { PageError } from './report'

/** `errMsg` of the request family when no answer came: not the program's fault, and not ours. */
const NETWORK_FAILURE = /\b(request|uploadFile|downloadFile|connectSocket):fail\b/

/** Errors among a page's events, with places in the program's sources. */
export function collectErrors(events: readonly PreviewEvent[], stacks: StackMapper): PageError[] {
  const errors: PageError[] = []
  for (const event of events) {
    if (event.name !== 'error') continue
    const { kind, message, stack } = event.detail
    const isNetwork = kind === 'unhandled-rejection' && NETWORK_FAILURE.test(message)
    errors.push({ kind: isNetwork ? 'network' : kind, message, ...locate(stack, stacks) })
  }
  return errors
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
