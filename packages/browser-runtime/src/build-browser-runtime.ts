import { readdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import { bundleForBrowser } from './bundle-for-browser'
import type { BrowserBundle } from './bundle-for-browser'
import { GLASS_EASEL_BUILD } from './build-glass-easel'
import { findRepository } from './find-repository'

/**
 * What a host page serves beside a program's bundle, in one folder:
 * `container.js` (module: defines `<mini-program>`), `worker.js` and `view.js` (classic scripts that it loads),
 * with the parts that these load when needed (`view-map.js`).
 */
export type BrowserRuntime = BrowserBundle

/** Builds the files from the sources of runtime, view and container, or takes them from the last build. */
export async function buildBrowserRuntime(): Promise<BrowserRuntime> {
  const repository = findRepository()
  const packages = join(repository, 'packages')
  return bundleForBrowser({
    cacheFolder: join(packages, 'browser-runtime/dist/browser'),
    entries: [
      {
        name: 'worker',
        file: join(packages, 'runtime/src/worker.ts'),
        format: 'iife',
        parts: partsIn(join(packages, 'runtime/src/parts')),
        // One part packs, the other unpacks.
        copied: [join(repository, 'node_modules/fflate/esm/browser.js')],
        options: GLASS_EASEL_BUILD,
      },
      {
        name: 'view',
        file: join(packages, 'view/src/frame.ts'),
        format: 'iife',
        parts: partsIn(join(packages, 'view/src/parts')),
        copied: [
          'dragging/follow-pinch',
          'styling/host-style',
          'video/full-screen',
          'video/media-events',
        ].map((path) => join(packages, `view/src/components/${path}.ts`)),
      },
      { name: 'container', file: join(packages, 'container/src/index.ts'), format: 'esm' },
    ],
  })
}

/** Each module of the folder is a part. */
function partsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [parse(file).name, join(folder, file)]),
  )
}
