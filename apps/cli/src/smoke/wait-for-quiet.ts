import type { Frame, Page } from 'playwright-core'
import { askProbe } from './ask-probe'
import type { QuietRule } from './page/probe-contract'

/** Counts a tab's requests from now on. */
export function countRequests(page: Page): { underWay(): number } {
  const open = new Set<unknown>()
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return { underWay: () => open.size }
}

export async function waitForQuiet(
  frame: Frame,
  requests: { underWay(): number },
  { quietMs, longestMs }: QuietRule,
): Promise<void> {
  const endMs = performance.now() + longestMs
  do {
    const leftMs = Math.max(0, endMs - performance.now())
    await askProbe(frame, 'waitForStillDocument', { quietMs, longestMs: leftMs })
  } while (requests.underWay() > 0 && performance.now() < endMs)
}
