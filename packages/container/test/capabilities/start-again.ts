import type { OpenProgram } from '../harness/container-page'

/**
 * Changes the element in its page in a way that starts the program again, and waits until the new one runs. Its worker
 * is known to the test a little later than the page says that it has launched.
 */
export async function startAgain(opened: OpenProgram, change: () => void): Promise<void> {
  const launches = (await opened.events('launched')).length
  const worker = opened.page.waitForEvent('worker')
  await opened.page.evaluate(change)
  await Promise.all([worker, opened.waitForEvent('launched', launches + 1)])
}
