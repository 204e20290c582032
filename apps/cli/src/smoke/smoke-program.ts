import { browserArguments } from '@sampan/browser-finder'
import { chromium } from 'playwright-core'
import type { BrowserContext } from 'playwright-core'
import { bundlePages } from '../preview/page-bundle'
import type { StackMapper } from '../preview/stack-mapper'
import { visitPage } from './open-page'
import type { PageReport } from './report'

export interface SmokeOptions {
  browserPath: string
  origin: string
  routes: string[]
  jobs: number
  timeoutMs: number
  screenshots: string | undefined
  stacks: StackMapper
  onPage(report: PageReport): void
}

/** A phone of common size. */
const SCREEN = { viewport: { width: 393, height: 852 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** Visits all pages, some at a time. Resolves to their reports in the order of `routes`. */
export async function smokeProgram(options: SmokeOptions): Promise<PageReport[]> {
  const { browserPath, routes, jobs, onPage } = options
  const probeScript = await readProbeScript()
  const browser = await chromium.launch({ executablePath: browserPath, args: browserArguments() })
  try {
    const reports: PageReport[] = []
    let next = 0
    const work = async () => {
      // A window of its own: tabs that share one are drawn wrongly while they are in the background.
      const context = await browser.newContext(SCREEN)
      await context.addInitScript(probeScript)
      while (next < routes.length) {
        const index = next++
        const report = await visit(context, index, options)
        reports[index] = report
        onPage(report)
      }
    }
    await Promise.all(Array.from({ length: Math.min(jobs, routes.length) }, work))
    return reports
  } finally {
    await browser.close()
  }
}

function visit(context: BrowserContext, index: number, options: SmokeOptions): Promise<PageReport> {
  const { origin, routes, timeoutMs, screenshots, stacks } = options
  return visitPage({
    context,
    origin,
    route: routes[index]!,
    user: `smoke-${index}`,
    stacks,
    timeoutMs,
    screenshots,
  })
}

async function readProbeScript(): Promise<string> {
  const { files } = await bundlePages()
  return new TextDecoder().decode(files.get('probe.js'))
}
