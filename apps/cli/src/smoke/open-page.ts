import { join } from 'node:path'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import type { StackMapper } from '../preview/stack-mapper'
import { askProbe, probeCall } from './ask-probe'
import { locateErrors, withoutRepeats } from './locate-errors'
import { listenForFaults } from './listen-for-faults'
import type { PageContent, PaintResult } from './page/probe-contract'
import { isHarmless } from './report'
import type { PageError, PageReport } from './report'
import { countRequests, waitForQuiet } from './wait-for-quiet'

export interface PageVisit {
  context: BrowserContext
  /** Origin of the preview server. */
  origin: string
  /** May have a query. */
  route: string
  /** Names the storage, so that every visit is a first one. */
  user: string
  stacks: StackMapper
  /** How long the first paint may take. */
  timeoutMs: number
  /** Folder for the picture. */
  screenshots: string | undefined
}

/** Without motion, and with the bar that a phone shows above programs. */
const AS_ON_A_PHONE = { fast: '', embedded: '', 'status-bar-height': '44' }
const QUIET = { quietMs: 300, longestMs: 3_000 }
const PAINT = { paintAfterErrorMs: 2_000, blankAfterMs: 5_000 }
/** Of Playwright's own actions, on a page that does not answer. */
const ACTION_TIMEOUT_MS = 10_000

/**
 * Launches the program on one page and waits until it has painted and settled (`QUIET`). Never throws for what the
 * program does.
 */
export async function visitPage(visit: PageVisit): Promise<PageReport> {
  const { context, origin, route, user, stacks, timeoutMs } = visit
  const page = await context.newPage()
  page.setDefaultTimeout(ACTION_TIMEOUT_MS)
  const requests = countRequests(page)
  const faults = listenForFaults(page, origin)
  try {
    const query = new URLSearchParams({ path: route, user, ...AS_ON_A_PHONE })
    await page.goto(`${origin}/preview?${query}`, { waitUntil: 'commit' })
    const paint = await waitForPaint(page, timeoutMs)
    const frame = paint === 'painted' || paint === 'blank' ? await findTopFrame(page) : undefined
    if (frame) await waitForQuiet(frame, requests, QUIET)
    if (paint === 'given-up') faults.add({ kind: 'no-paint', message: 'nothing was painted' })
    if (paint === 'timeout')
      faults.add({ kind: 'no-paint', message: `nothing was painted in ${timeoutMs} ms` })
    if (visit.screenshots) await takePicture(page, visit.screenshots, route)
    const content = frame ? await askProbe(frame, 'measureContent') : NO_CONTENT
    const { firstRenderMs, errors, path } = await askProbe(page, 'readPreview')
    const all = [...locateErrors(errors, stacks), ...(await faults.all())]
    return describe(route, { firstRenderMs, path, content, errors: all })
  } catch (error) {
    faults.add({ kind: 'container', message: error instanceof Error ? error.message : String(error) })
    return describe(route, { firstRenderMs: null, path: '', content: NO_CONTENT, errors: await faults.all() })
  } finally {
    await page.close()
  }
}

interface Observed {
  firstRenderMs: number | null
  path: string
  content: PageContent
  errors: PageError[]
}

const NO_CONTENT: PageContent = { textLength: 0, nodeCount: 0 }

function describe(route: string, { firstRenderMs, path, content, errors }: Observed): PageReport {
  const [finalRoute = ''] = path.split('?')
  const told = withoutRepeats(errors)
  return {
    route,
    ok: told.every(isHarmless),
    errors: told,
    ...content,
    firstRenderMs,
    ...(finalRoute !== '' && finalRoute !== route.split('?')[0] ? { finalRoute } : {}),
  }
}

async function waitForPaint(page: Page, timeoutMs: number): Promise<PaintResult | 'timeout'> {
  const call = probeCall('hasPainted', [PAINT])
  try {
    const options = { timeout: timeoutMs, polling: 50 }
    const result = await page.waitForFunction<PaintResult>(call, undefined, options)
    return await result.jsonValue()
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return 'timeout'
    throw error
  }
}

/** The frame of the page on top: frames are siblings in the container's shadow tree. */
async function findTopFrame(page: Page): Promise<Frame | undefined> {
  const element = page.locator('mini-program .page:not(.waiting):not(.covered) iframe').last()
  const handle = await element.elementHandle()
  return (await handle?.contentFrame()) ?? undefined
}

async function takePicture(page: Page, folder: string, route: string): Promise<void> {
  const name = route.replace(/[^\w.-]+/g, '_')
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
