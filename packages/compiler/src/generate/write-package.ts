import type { BuildContext } from '../build-context'
import type { LinkedModule } from '../link/link-scripts'
import type { LinkedWxs } from '../link/link-wxs'
import type { PackageContents } from './package-contents'
import { generateServiceScript, generateViewScript, generateWorkerScript } from './service-script'
import { type MappedPart, countLineBreaks, makeLineMap } from './source-map'

export type BundleFiles = Map<string, string | Uint8Array>

export interface PackageWriter {
  /** The files of a package's folder. */
  write(contents: PackageContents, context: BuildContext): BundleFiles
}

/** Writes packages; one whose parts are all those of the last time is not put together again. */
export function createPackageWriter(): PackageWriter {
  const written = new Map<string, { parts: unknown[]; files: BundleFiles }>()
  return {
    write(contents, context) {
      const parts = listParts(contents)
      const known = written.get(contents.id)
      if (known && isSame(known.parts, parts)) return known.files
      const files = writePackage(contents, context)
      written.set(contents.id, { parts, files })
      return files
    },
  }
}

/** Everything that ends up in the package's files, compared by identity: outputs are kept while their sources are. */
function listParts({ templates, wxs, viewWxs, modules, styles }: PackageContents): unknown[] {
  const ofWxs = (list: LinkedWxs[]) => list.flatMap(({ key, output }) => [key, output])
  return [
    ...templates.flatMap(({ path, output }) => [path, output]),
    ...ofWxs(wxs),
    'view',
    ...ofWxs(viewWxs),
    ...modules.flatMap(({ key, output }) => [key, output]),
    ...[...styles].flat(),
  ]
}

function isSame(before: unknown[], now: unknown[]): boolean {
  return before.length === now.length && now.every((part, index) => part === before[index])
}

function writePackage(contents: PackageContents, context: BuildContext): BundleFiles {
  const files: BundleFiles = new Map()
  const folder = `packages/${contents.id}`
  const { root } = context.project
  const mapped = (code: string, file: string, firstLine: number): MappedPart => {
    if (!context.sourceMap) return { code }
    return { code, map: makeLineMap(file, firstLine, countLineBreaks(code) + 1) }
  }
  const wxs = (modules: LinkedWxs[]) =>
    new Map(modules.map(({ key, file, firstLine, output }) => [key, mapped(output.code, file, firstLine)]))

  const service = generateServiceScript({
    id: contents.id,
    templates: new Map(
      contents.templates.map(({ path, output }) => [path, mapped(output.code, `${root}${path}.wxml`, 1)]),
    ),
    wxs: wxs(contents.wxs),
    modules: bodiesOf(contents.modules),
  })
  writeScript(`${folder}/service.js`, service, files)
  files.set(`${folder}/styles.json`, JSON.stringify(Object.fromEntries(contents.styles)))
  if (contents.viewWxs.length > 0) {
    writeScript(`${folder}/view.js`, generateViewScript(contents.id, wxs(contents.viewWxs)), files)
  }
  return files
}

/** `worker.js`, if the program has scripts for `wx.createWorker`. */
export function writeWorkerScript(modules: LinkedModule[]): BundleFiles {
  const files: BundleFiles = new Map()
  if (modules.length > 0) {
    writeScript('packages/main/worker.js', generateWorkerScript(bodiesOf(modules)), files)
  }
  return files
}

function bodiesOf(modules: LinkedModule[]): Map<string, MappedPart> {
  return new Map(modules.map(({ key, output }) => [key, output]))
}

function writeScript(path: string, { code, map }: MappedPart, files: BundleFiles): void {
  if (map === undefined) {
    files.set(path, code)
    return
  }
  const mapPath = `${path}.map`
  files.set(path, `${code}//# sourceMappingURL=${mapPath.slice(mapPath.lastIndexOf('/') + 1)}\n`)
  files.set(mapPath, map)
}
