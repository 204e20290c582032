import type { Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import type { PageEntry } from './packages'
import { normalisePath } from './paths'
import { type JsonObject, readJsonObject } from './read-json'

const FUZZY = 'getFuzzyLocation'
const PRECISE = ['getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground']

/** Rules of app.json that change nothing in the bundle. */
export function checkApp(
  json: JsonObject,
  pages: readonly PageEntry[],
  root: string,
  files: SourceFiles,
  report: Report,
): void {
  checkSitemap(json, root, files, report)
  const infos = json.texts('requiredPrivateInfos') ?? []
  const precise = infos.find(({ value }) => PRECISE.includes(value))
  if (precise && infos.some(({ value }) => value === FUZZY)) {
    report('private-infos-conflict', { fuzzy: FUZZY, precise: precise.value }, precise.place)
  }
  const entrance = json.object('entranceDeclare')?.object('locationMessage')
  const path = entrance?.text('path')
  if (path !== undefined && !pages.some((page) => page.path === normalisePath(path))) {
    report('entrance-page', { path }, entrance!.placeOf('path'))
  }
}

function checkSitemap(app: JsonObject, root: string, files: SourceFiles, report: Report): void {
  const location = app.text('sitemapLocation')
  const path = normalisePath(location ?? 'sitemap.json')
  const sitemap = path === undefined ? undefined : readJsonObject(root + path, files, report)
  if (!sitemap) {
    if (location) report('asset-missing', { path: location }, app.placeOf('sitemapLocation'))
    return
  }
  for (const rule of sitemap.objects('rules') ?? []) {
    rule.oneOf('action', ['allow', 'disallow'])
    rule.oneOf('matching', ['exact', 'inclusive', 'exclusive', 'partial'])
    rule.text('page')
  }
}
