import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleForBrowser } from '@sampan/browser-runtime'
import type { BrowserBundle } from '@sampan/browser-runtime'

/** Scripts of the pages that the server shows, `preview.js` and `simulator.js`, and `probe.js` of smoke runs. */
export function bundlePages(): Promise<BrowserBundle> {
  const app = findApp()
  return bundleForBrowser({
    cacheFolder: join(app, 'dist/pages'),
    entries: [
      { name: 'preview', file: join(app, 'src/preview/page/preview.ts'), format: 'esm' },
      { name: 'simulator', file: join(app, 'src/dev/page/simulator.ts'), format: 'esm' },
      { name: 'probe', file: join(app, 'src/smoke/page/probe.ts'), format: 'iife' },
    ],
  })
}

function findApp(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error('The sources of the command line are not here')
  }
}
