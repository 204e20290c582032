import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleForBrowser } from './bundle-for-browser'
import type { BrowserBundle } from './bundle-for-browser'

/**
 * What a host page serves beside a program's bundle, in one folder:
 * `container.js` (module: defines `<mini-program>`), `worker.js` and `view.js` (classic scripts that it loads).
 */
export type BrowserRuntime = BrowserBundle

/** Builds the three files from the sources of runtime, view and container, or takes them from the last build. */
export async function buildBrowserRuntime(): Promise<BrowserRuntime> {
  const packages = findPackages()
  return bundleForBrowser({
    cacheFolder: join(packages, 'browser-runtime/dist/browser'),
    entries: [
      { name: 'worker', file: join(packages, 'runtime/src/worker.ts'), format: 'iife' },
      { name: 'view', file: join(packages, 'view/src/frame.ts'), format: 'iife' },
      { name: 'container', file: join(packages, 'container/src/index.ts'), format: 'esm' },
    ],
  })
}

/** The repository's `packages` folder: this file's place may be a bundle in another package of it. */
function findPackages(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const packages = join(folder, 'packages')
    if (existsSync(join(packages, 'browser-runtime/package.json'))) return packages
    if (folder === dirname(folder)) throw new Error('The sources of the browser runtime are not here')
  }
}
