import { folderOf, normalisePath } from '../project/paths'
import type { SourceFiles } from '../source-files'
import { readManifest } from './package-manifest'

const MANIFEST = /(?:^|\/)miniprogram_npm\/(?:@[^/]+\/)?[^/]+\/package\.json$/

/**
 * A package that was copied into `miniprogram_npm` by hand has `main` where a built one has `index.js`: it gets an
 * `index.js` that requires its main module. One maker answers the same content again while a package stays as it is.
 */
export function createMainModules(): (files: SourceFiles, root: string) => Map<string, Uint8Array> {
  const known = new Map<string, { main: string; content: Uint8Array }>()

  return (files, root) => {
    const added = new Map<string, Uint8Array>()
    for (const path of files.list()) {
      if (!path.startsWith(root) || !MANIFEST.test(path)) continue
      const folder = folderOf(path)
      if (files.has(`${folder}index.js`) || files.has(`${folder}index.ts`)) continue
      const main = findMain(path, files)
      if (main === undefined) continue
      let entry = known.get(path)
      if (entry?.main !== main) {
        const text = `module.exports = require(${JSON.stringify(`./${main.slice(folder.length)}`)})\n`
        known.set(path, (entry = { main, content: new TextEncoder().encode(text) }))
      }
      added.set(`${folder}index.js`, entry.content)
    }
    return added
  }
}

function findMain(path: string, files: SourceFiles): string | undefined {
  const manifest = readManifest(path, files)
  if (manifest === undefined || manifest === 'broken' || manifest.main === undefined) return undefined
  const folder = folderOf(path)
  const base = normalisePath(folder + manifest.main)
  if (!base?.startsWith(folder)) return undefined
  return ['', '.js', '.ts', '/index.js'].map((suffix) => base + suffix).find((file) => files.has(file))
}
