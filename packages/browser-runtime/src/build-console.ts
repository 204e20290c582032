import { join } from 'node:path'
import { bundleForBrowser } from './bundle-for-browser'
import type { BrowserBundle } from './bundle-for-browser'
import { findRepository } from './find-repository'

/** Builds `console.js` (module) with the pages that it loads later, and `console-style.css`; or takes the last build. */
export async function buildConsole(): Promise<BrowserBundle> {
  const app = join(findRepository(), 'apps/console')
  return bundleForBrowser({
    cacheFolder: join(app, 'dist/browser'),
    entries: [
      {
        name: 'console',
        file: join(app, 'src/index.tsx'),
        format: 'esm',
        // Components bring their styles one by one: here they come in one file, before anything is drawn.
        options: { jsx: 'automatic', loader: { '.css': 'empty' } },
      },
      {
        name: 'console-style',
        file: join(app, 'src/style/index.css'),
        format: 'iife',
        options: { loader: { '.css': 'css' }, sourcemap: false },
      },
    ],
  })
}
