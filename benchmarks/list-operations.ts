import type { Browser, Frame, Page } from 'playwright-core'
import { FRAME_PROBE_SCRIPT, type FrameProbe } from './frame-probe'
import type { ServedProject } from '@sampan/testing'
import { ms, printTable, summarise } from './statistics'

declare const probe: FrameProbe

const OPERATIONS = [
  'create',
  'update',
  'updatePath',
  'swap',
  'remove',
  'append',
  'replace',
  'selectOne',
  'clear',
]

/** Operations on 1,000 rows, beside the same done with plain DOM calls on the same page. */
export async function benchListOperations(
  browser: Browser,
  program: ServedProject,
  rounds: number,
): Promise<void> {
  const { page, frame } = await openPage(browser, program.previewUrl('pages/list/list'), '#create')
  const results = new Map(OPERATIONS.map((name) => [name, { total: [], frame: [], plain: [] } as Samples]))
  for (let round = -2; round < rounds; round++) {
    for (const name of OPERATIONS) {
      const { totalMs, frameMs } = await frame.evaluate((id) => probe.pressAndWait(id, 'done'), name)
      const plainMs = await frame.evaluate((id) => probe.runPlain(id), name)
      if (round < 0) continue
      const samples = results.get(name)!
      samples.total.push(totalMs)
      samples.frame.push(frameMs)
      samples.plain.push(plainMs)
    }
  }
  printTable(
    `List of 1,000 rows, ${rounds} rounds, ms (median)`,
    ['operation', 'in all', 'page thread', 'plain DOM', 'page thread ÷ plain DOM', 'in all p95'],
    OPERATIONS.map((name) => {
      const samples = results.get(name)!
      const [total, frameTime, plain] = [samples.total, samples.frame, samples.plain].map(summarise)
      const ratio = frameTime!.median / plain!.median
      return [
        name,
        ms(total!.median),
        ms(frameTime!.median),
        ms(plain!.median),
        ratio.toFixed(2),
        ms(total!.p95),
      ]
    }),
  )
  await page.context().close()
}

interface Samples {
  total: number[]
  frame: number[]
  plain: number[]
}

/** tap → setData → text in the page. */
export async function benchTap(browser: Browser, program: ServedProject, taps: number): Promise<void> {
  const { page, frame } = await openPage(browser, program.previewUrl('pages/index/index'), '#tap')
  const times: number[] = []
  for (let i = -5; i < taps; i++) {
    const { totalMs } = await frame.evaluate(() => probe.pressAndWait('tap', 'tap'))
    if (i >= 0) times.push(totalMs)
  }
  const { median, p95 } = summarise(times)
  printTable(
    `Tap → setData → DOM, ${taps} taps, ms`,
    ['median', 'p95'],
    [[median.toFixed(2), p95.toFixed(2)]],
  )
  await page.context().close()
}

async function openPage(
  browser: Browser,
  url: string,
  selector: string,
): Promise<{ page: Page; frame: Frame }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.addInitScript({ content: FRAME_PROBE_SCRIPT })
  await page.goto(url)
  for (;;) {
    for (const frame of page.frames()) {
      if (frame !== page.mainFrame() && (await frame.$(selector).catch(() => null))) return { page, frame }
    }
    await page.waitForTimeout(50)
  }
}
