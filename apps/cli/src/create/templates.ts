import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder with one mini program per template: beside the command line's own folder, or in the repository. */
export function templatesFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const templates = join(folder, 'templates')
    if (existsSync(join(templates, 'blank/app.json'))) return templates
    if (folder === dirname(folder)) throw new Error('The templates are not here')
  }
}

export function listTemplates(): string[] {
  const folder = templatesFolder()
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'app.json')))
    .sort()
}

/** Without the TypeScript forms, which go by `--typescript`. */
export function listBaseTemplates(): string[] {
  return listTemplates().filter((name) => !name.endsWith('-typescript'))
}
