import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Worker } from 'playwright-core'

const folder = dirname(fileURLToPath(import.meta.url))

export interface BrowserWorker {
  worker: Worker
  close(): Promise<void>
}

/** A real dedicated worker with the APIs of `browser-worker-entry.ts` in `globalThis.sampan`. */
export async function startBrowserWorker(): Promise<BrowserWorker> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'browser-worker-entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run'],
  })
  const page = await browser.newPage()
  const started = page.waitForEvent('worker')
  await page.evaluate((script) => {
    new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
  }, outputFiles[0]!.text)
  const worker = await started
  return { worker, close: () => browser.close() }
}
