import { join } from 'node:path'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import type { StackMapper } from '../preview/stack-mapper'
import { askProbe, probeCall } from './ask-probe'
import { collectErrors, withoutRepeats } from './collect-errors'
import type { PageContent, PaintResult, PreviewRecord } from './page/probe-contract'
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
/** A page that has thrown before its first paint may still paint. */
const PAINT_AFTER_ERROR_MS = 2_000
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
  const errors = listenForFaults(page, origin)
  try {
    const query = new URLSearchParams({ path: route, user, ...AS_ON_A_PHONE })
    await page.goto(`${origin}/preview?${query}`, { waitUntil: 'commit' })
    const painted = await waitForPaint(page, timeoutMs)
    const frame = painted ? await findTopFrame(page) : undefined
    if (frame) await waitForQuiet(frame, requests, QUIET)
    if (!painted) errors.push({ kind: 'no-paint', message: `nothing was painted in ${timeoutMs} ms` })
    if (visit.screenshots) await takePicture(page, visit.screenshots, route)
    const content = frame ? await askProbe(frame, 'measureContent') : NO_CONTENT
    const { events, path } = await askProbe(page, 'readPreview')
    return describe(route, { events, path, content, errors: [...collectErrors(events, stacks), ...errors] })
  } catch (error) {
    errors.push({ kind: 'container', message: error instanceof Error ? error.message : String(error) })
    return describe(route, { events: [], path: '', content: NO_CONTENT, errors })
  } finally {
    await page.close()
  }
}

interface Observed extends PreviewRecord {
  content: PageContent
  errors: PageError[]
}

const NO_CONTENT: PageContent = { textLength: 0, nodeCount: 0 }

function describe(route: string, { events, path, content, errors }: Observed): PageReport {
  const painted = events.find(({ name }) => name === 'painted')
  const started = events.find(({ name }) => name === 'started')
  const finalRoute = path.split('?')[0]!
  const told = withoutRepeats(errors)
  return {
    route,
    ok: told.every(isHarmless),
    errors: told,
    ...content,
    firstRenderMs: painted && started ? Math.round(painted.timeMs - started.timeMs) : null,
    ...(finalRoute !== '' && finalRoute !== route.split('?')[0] ? { finalRoute } : {}),
  }
}

/** Faults of our own page, and requests that failed, as they come. */
function listenForFaults(page: Page, origin: string): PageError[] {
  const errors: PageError[] = []
  page.on('pageerror', (error) => {
    errors.push({ kind: 'container', message: error.message, stack: error.stack })
  })
  page.on('crash', () => errors.push({ kind: 'container', message: 'the tab crashed' }))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    if (!request.url().startsWith(origin) && reason !== 'net::ERR_ABORTED') {
      errors.push({ kind: 'network', message: `${request.method()} ${request.url()}: ${reason}` })
    }
  })
  page.on('response', (response) => {
    if (response.status() < 400) return
    const url = response.url()
    const failure = `HTTP ${response.status()}`
    const file = url.split('/files/')[1]
    if (url.startsWith(`${origin}/bundle/`) && file !== undefined) {
      errors.push({ kind: 'missing-file', message: `${decodeURI(file)}: ${failure}` })
    } else {
      errors.push({ kind: 'network', message: `${response.request().method()} ${url}: ${failure}` })
    }
  })
  return errors
}

async function waitForPaint(page: Page, timeoutMs: number): Promise<boolean> {
  try {
    const call = probeCall('hasPainted', [PAINT_AFTER_ERROR_MS])
    const result = await page.waitForFunction<PaintResult>(call, undefined, {
      timeout: timeoutMs,
      polling: 50,
    })
    return (await result.jsonValue()) === 'painted'
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return false
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
