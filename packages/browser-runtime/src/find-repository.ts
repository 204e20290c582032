import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder: this file's place may be a bundle in another package of it. */
export function findRepository(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'packages/browser-runtime/package.json'))) return folder
    if (folder === dirname(folder)) throw new Error('The sources of what runs in a browser are not here')
  }
}
