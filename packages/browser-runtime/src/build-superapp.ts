import { join } from 'node:path'
import { bundleForBrowser } from './bundle-for-browser'
import type { BrowserBundle } from './bundle-for-browser'
import { findRepository } from './find-repository'

/** Builds `superapp.js` (module) and `service-worker.js` (classic script), or takes them from the last build. */
export async function buildSuperapp(): Promise<BrowserBundle> {
  const app = join(findRepository(), 'apps/superapp')
  return bundleForBrowser({
    cacheFolder: join(app, 'dist/browser'),
    entries: [
      { name: 'superapp', file: join(app, 'src/index.ts'), format: 'esm' },
      { name: 'service-worker', file: join(app, 'src/offline/service-worker.ts'), format: 'iife' },
    ],
  })
}
