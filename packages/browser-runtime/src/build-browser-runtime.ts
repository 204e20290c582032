import { join } from 'node:path'
import { bundleForBrowser } from './bundle-for-browser'
import type { BrowserBundle } from './bundle-for-browser'
import { findRepository } from './find-repository'

/**
 * What a host page serves beside a program's bundle, in one folder:
 * `container.js` (module: defines `<mini-program>`), `worker.js` and `view.js` (classic scripts that it loads).
 */
export type BrowserRuntime = BrowserBundle

/** Builds the three files from the sources of runtime, view and container, or takes them from the last build. */
export async function buildBrowserRuntime(): Promise<BrowserRuntime> {
  const packages = join(findRepository(), 'packages')
  return bundleForBrowser({
    cacheFolder: join(packages, 'browser-runtime/dist/browser'),
    entries: [
      { name: 'worker', file: join(packages, 'runtime/src/worker.ts'), format: 'iife' },
      { name: 'view', file: join(packages, 'view/src/frame.ts'), format: 'iife' },
      { name: 'container', file: join(packages, 'container/src/index.ts'), format: 'esm' },
    ],
  })
}
