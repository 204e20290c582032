import type { Browser } from 'playwright-core'
import { FRAME_PROBE_SCRIPT, type FrameProbe } from './frame-probe'
import type { ServedProject } from '@sampan/testing'
import { ms, printTable, summarise } from './statistics'

declare const probe: FrameProbe

interface PreviewEvent {
  name: string
  timeMs: number
  detail: { routeMs?: number; pageId?: number }
}

interface Preview {
  events: PreviewEvent[]
  subscribe(listener: (event: PreviewEvent) => void): () => void
}

declare const sampanPreview: Preview

/**
 * Cold launch: a new browser context with nothing in its cache, from the navigation to the first painted page. The
 * floor is an empty page of the same server.
 */
export async function benchLaunch(
  browser: Browser,
  program: ServedProject,
  path: string,
  runs: number,
): Promise<void> {
  const cold: number[] = []
  const warm: number[] = []
  const floor: number[] = []
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const blank = await context.newPage()
    await blank.goto(program.previewUrl(path).replace(/\/preview.*/, '/favicon.ico')).catch(() => undefined)
    floor.push(await blank.evaluate(() => performance.now()))
    for (const times of [cold, warm]) {
      await page.goto(program.previewUrl(path), { waitUntil: 'commit' })
      times.push(await page.evaluate(waitForPaint))
    }
    await context.close()
  }
  const row = (name: string, values: number[]): string[] => {
    const { median, p95, min } = summarise(values)
    return [name, ms(median), ms(p95), ms(min)]
  }
  printTable(
    `Launch to painted content, ${runs} runs, ms since the navigation`,
    ['', 'median', 'p95', 'min'],
    [row('cold (nothing cached)', cold), row('again (HTTP cache)', warm), row('floor (empty answer)', floor)],
  )
}

/** Runs in the host page. */
async function waitForPaint(): Promise<number> {
  while (typeof sampanPreview === 'undefined') await new Promise((resolve) => setTimeout(resolve, 1))
  const painted = sampanPreview.events.find((event) => event.name === 'painted')
  if (painted) return painted.timeMs
  return new Promise((resolve) => {
    sampanPreview.subscribe((event) => event.name === 'painted' && resolve(event.timeMs))
  })
}

/** A tap that calls `navigateTo`, until the new page is painted. */
export async function benchNavigation(browser: Browser, program: ServedProject, runs: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.addInitScript({ content: FRAME_PROBE_SCRIPT })
  await page.goto(program.previewUrl('pages/index/index'))
  await page.evaluate(waitForPaint)
  const times: number[] = []
  for (let run = -2; run < runs; run++) {
    const frame = await findFrame()
    const painted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const stop = sampanPreview.subscribe((event) => {
            if (event.name !== 'painted') return
            stop()
            resolve(event.detail.routeMs ?? NaN)
          })
        }),
    )
    await frame.evaluate(() => probe.press('go'))
    const routeMs = await painted
    if (run >= 0) times.push(routeMs)
    await page.evaluate(async () => {
      const element = document.querySelector('mini-program') as unknown as { back(): Promise<boolean> }
      await element.back()
    })
    await page.waitForTimeout(150)
  }
  const { median, p95 } = summarise(times)
  printTable(`navigateTo → painted, ${runs} runs, ms`, ['median', 'p95'], [[ms(median), ms(p95)]])
  await context.close()

  async function findFrame() {
    for (;;) {
      for (const frame of page.frames()) {
        if (frame !== page.mainFrame() && (await frame.$('#go').catch(() => null))) return frame
      }
      await page.waitForTimeout(20)
    }
  }
}
