import { relative } from 'node:path'
import pc from 'picocolors'
import { translateDiagnostic } from '@sampan/compiler'
import type { CatalogueEntry } from '../catalogue/catalogue-file'
import type { CatalogueRelease, Refusal } from '../catalogue/release-catalogue'
import type { Language, Translate } from '../messages'
import { createTranslate } from '../messages'

const MOST_DIAGNOSTICS = 10

/** Programs that could not be released: why, and where to look. */
export function describeRefusals({ refused }: CatalogueRelease, language: Language): string[] {
  const translate = createTranslate(language)
  return refused.flatMap(({ entry, refusal }) => [
    pc.red(
      `✗ ${translate('error.program', {
        name: entry.name[language],
        reason: describe(refusal, shortPath(entry), entry.appId, translate),
      })}`,
    ),
    ...listDiagnostics(refusal, shortPath(entry), language),
  ])
}

function shortPath({ folder }: CatalogueEntry): string {
  return relative('', folder)
}

function describe(refusal: Refusal, folder: string, appId: string, translate: Translate): string {
  switch (refusal.code) {
    case 'folder':
      return translate('error.program.folder', { folder })
    case 'noApp':
      return translate('error.program.noApp', { folder })
    case 'appId':
      return translate('error.program.appId', { found: refusal.found, wanted: appId })
    case 'errors':
      return translate('error.program.errors', { count: refusal.diagnostics.length })
  }
}

function listDiagnostics(refusal: Refusal, folder: string, language: Language): string[] {
  if (refusal.code !== 'errors') return []
  return refusal.diagnostics.slice(0, MOST_DIAGNOSTICS).map((diagnostic) => {
    const { file, line, column, message } = translateDiagnostic(diagnostic, language)
    const place = [file && `${folder}/${file}`, line, column].filter((part) => part !== undefined).join(':')
    return `    ${pc.cyan(place)} ${message}`
  })
}
