import type { Place, Report } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'
import { folderPrefix, normalisePath } from './paths'
import type { JsonObject } from './read-json'

export interface PageEntry {
  path: string
  packageId: string
  place: Place
}

export interface Subpackage {
  id: string
  /** With a slash at the end. */
  root: string
  name?: string
  independent: boolean
  /** JS file that runs when the package is loaded. */
  entry?: string
  pages: { path: string; place: Place }[]
  place: Place
}

/** `subpackages` or `subPackages`. An entry whose root cannot be used is reported and left out. */
export function readSubpackages(
  json: JsonObject,
  root: string,
  files: SourceFiles,
  report: Report,
): Subpackage[] {
  const key = json.raw('subpackages') === undefined ? 'subPackages' : 'subpackages'
  const subpackages: Subpackage[] = []
  for (const entry of json.objects(key) ?? []) {
    const given = entry.text('root')
    const place = entry.placeOf('root')
    const packageRoot = folderPrefix(given ?? '')
    if (given === undefined || packageRoot === '') {
      report('subpackage-root-missing', {}, place)
      continue
    }
    if (subpackages.some((other) => other.root === packageRoot)) {
      report('subpackage-root-twice', { root: given }, place)
      continue
    }
    const other = subpackages.find(
      (each) => each.root.startsWith(packageRoot) || packageRoot.startsWith(each.root),
    )
    if (other) report('subpackage-root-nested', { root: given, other: other.root.slice(0, -1) }, place)
    if (!files.list().some((file) => file.startsWith(root + packageRoot))) {
      report('subpackage-root-empty', { root: given }, place)
    }
    const name = entry.text('name')
    const entryScript = entry.text('entry')
    subpackages.push({
      id: packageRoot.slice(0, -1).replace(/[^\p{L}\p{N}_.-]/gu, '-'),
      root: packageRoot,
      ...(name !== undefined && { name }),
      independent: entry.flag('independent') ?? false,
      ...(entryScript !== undefined && { entry: packageRoot + (normalisePath(entryScript) ?? '') }),
      pages: (entry.texts('pages') ?? []).map(({ value, place: pagePlace }) => ({
        path: packageRoot + value.replace(/^(\.?\/)+/, ''),
        place: pagePlace,
      })),
      place,
    })
  }
  return makeIdsUnique(subpackages)
}

/** `a/b` and `a-b` would both be `a-b`; `main` belongs to the main package. An id names a folder and stands in URLs. */
function makeIdsUnique(subpackages: Subpackage[]): Subpackage[] {
  const taken = new Set(['main'])
  return subpackages.map((subpackage) => {
    let id = subpackage.id
    while (taken.has(id)) id += '-'
    taken.add(id)
    return { ...subpackage, id }
  })
}

export interface PageList {
  /** In the order of app.json, main package first. */
  pages: PageEntry[]
  /** What app.json lists, pages whose files are missing included. */
  listed: Set<string>
}

/** Pages that are repeated, outside or missing are reported and left out. */
export function readPages(
  json: JsonObject,
  subpackages: Subpackage[],
  root: string,
  files: SourceFiles,
  report: Report,
): PageList {
  const pages: PageEntry[] = []
  const listed = new Set<string>()
  const add = (given: string, packageId: string, place: Place) => {
    const path = normalisePath(given.replace(/\.(html|wxml)$/, ''))
    if (path === undefined) report('path-outside', { path: given }, place)
    else if (path === '') report('path-empty', {}, place)
    else if (listed.has(path)) report('page-duplicate', { path }, place)
    else {
      listed.add(path)
      if (hasPageFiles(path, place, root, files, report)) pages.push({ path, packageId, place })
    }
  }
  for (const { value, place } of json.texts('pages') ?? []) {
    const owner = subpackages.find((each) => value.replace(/^(\.?\/)+/, '').startsWith(each.root))
    if (owner) report('page-in-subpackage', { path: value, root: owner.root.slice(0, -1) }, place)
    add(value, owner?.id ?? 'main', place)
  }
  for (const subpackage of subpackages) {
    for (const { path, place } of subpackage.pages) add(path, subpackage.id, place)
  }
  return { pages, listed }
}

export function hasPageFiles(
  path: string,
  place: Place,
  root: string,
  files: SourceFiles,
  report: Report,
): boolean {
  const has = (extension: string) => files.has(root + path + extension)
  const hasTemplate = has('.wxml')
  const hasScript = has('.js') || has('.ts')
  if (!hasTemplate && !hasScript) report('page-missing', { path }, place)
  else if (!hasTemplate) report('page-incomplete', { path, extension: '.wxml' }, place)
  else if (!hasScript) report('page-incomplete', { path, extension: '.js' }, place)
  return hasTemplate || hasScript
}

/** The package a path lies in. */
export function packageOf(path: string, subpackages: readonly Subpackage[]): string {
  return subpackages.find(({ root }) => path.startsWith(root))?.id ?? 'main'
}
