import { createHash } from 'node:crypto'
import { APP_STYLE, type BundleManifest, type ComponentConfig, type PageConfig } from '@sampan/protocol'
import type { BuildContext } from '../build-context'
import { type LinkedTemplate, templatesBehind } from '../link/link-templates'
import type { LinkedWxs } from '../link/link-wxs'
import type { ComponentNode } from '../project/component-graph'
import { packageInfos } from '../project/app-config'
import { packageOf } from '../project/packages'
import { collectAssets } from './collect-assets'
import { type LinkedProgram, type PackageContents, divideIntoPackages } from './package-contents'
import { generateServiceScript, generateViewScript, generateWorkerScript } from './service-script'
import { type MappedPart, countLineBreaks, makeLineMap } from './source-map'

export type BundleFiles = Map<string, string | Uint8Array>

export function generateBundle(
  context: BuildContext,
  program: LinkedProgram,
  scopes: Map<string, string>,
): { manifest: BundleManifest; files: BundleFiles } {
  const files: BundleFiles = new Map()
  const packages = divideIntoPackages(context, program)
  for (const contents of packages) writePackage(contents, context, files)
  if (program.workerModules.length > 0) {
    const worker = generateWorkerScript(
      new Map(program.workerModules.map(({ key, output }) => [key, output])),
    )
    writeScript('packages/main/worker.js', worker, files)
  }
  const assets = writeAssets(context, files)
  const manifest = makeManifest(context, program, scopes, packages, assets, files)
  manifest.hash = hashFiles(files, JSON.stringify(manifest))
  files.set('manifest.json', JSON.stringify(manifest))
  return { manifest, files }
}

function writePackage(contents: PackageContents, context: BuildContext, files: BundleFiles): void {
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
    modules: new Map(contents.modules.map(({ key, output }) => [key, output])),
  })
  writeScript(`${folder}/service.js`, service, files)
  files.set(`${folder}/styles.json`, JSON.stringify(Object.fromEntries(contents.styles)))
  if (contents.viewWxs.length > 0) {
    writeScript(`${folder}/view.js`, generateViewScript(contents.id, wxs(contents.viewWxs)), files)
  }
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

function writeAssets(context: BuildContext, files: BundleFiles): Record<string, number> {
  const sizes: Record<string, number> = {}
  for (const path of collectAssets(context)) {
    const content = context.files.read(context.project.root + path)
    if (!content) continue
    files.set(`files/${path}`, content)
    sizes[path] = content.byteLength
  }
  return sizes
}

function makeManifest(
  context: BuildContext,
  program: LinkedProgram,
  scopes: Map<string, string>,
  packages: PackageContents[],
  assets: Record<string, number>,
  files: BundleFiles,
): BundleManifest {
  const { app, project, components } = context
  const pages = app.pages.flatMap((page) => components.get(page.path) ?? [])
  return {
    formatVersion: 1,
    appId: project.appId,
    name: project.name || app.config.window.navigationBarTitleText || project.appId,
    hash: '',
    app: app.config,
    pageOrder: pages.map(({ path }) => path),
    pages: Object.fromEntries(pages.map((page) => [page.path, pageConfig(page, context)])),
    components: Object.fromEntries(
      [...components.values()].map((node) => [node.path, componentConfig(node, context, program, scopes)]),
    ),
    packages: packageInfos(app).map((info) => ({
      ...info,
      sizeBytes: sizeOf(info.id),
      hasViewScript: packages.some(({ id, viewWxs }) => id === info.id && viewWxs.length > 0),
    })),
    ...(app.theme && { theme: app.theme }),
    files: assets,
  }

  function sizeOf(id: string): number {
    let size = 0
    for (const [path, content] of files) {
      const isOwn = path.startsWith('files/')
        ? packageOf(path.slice('files/'.length), app.subpackages) === id
        : path.startsWith(`packages/${id}/`) && !path.endsWith('.map')
      if (isOwn) size += typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength
    }
    return size
  }
}

function pageConfig(node: ComponentNode, { app }: BuildContext): PageConfig {
  return {
    path: node.path,
    packageId: node.packageId,
    window: { ...app.config.window, ...node.window },
    renderer: node.renderer ?? app.renderer,
  }
}

function componentConfig(
  node: ComponentNode,
  context: BuildContext,
  { templates, styles }: LinkedProgram,
  scopes: Map<string, string>,
): ComponentConfig {
  const behind = templatesBehind(node.path, templates)
  const tags = collectTags(node, behind)
  return {
    path: node.path,
    packageId: node.packageId,
    isComponent: node.isComponent,
    usingComponents: pickUsed(node, tags),
    componentPlaceholder: node.componentPlaceholder,
    componentGenerics: node.componentGenerics,
    ...(node.styleIsolation && { styleIsolation: node.styleIsolation }),
    ...(node.pureDataPattern !== undefined && { pureDataPattern: node.pureDataPattern }),
    styleScope: scopes.get(node.path) ?? '',
    styles: stylesOf(node, context, styles),
    tags,
    usesViewScript: behind.some(({ output }) => output.usesViewScript),
  }
}

/** What app.json offers to everyone is listed where it is used only: a manifest with all of it can be huge. */
function pickUsed(node: ComponentNode, tags: readonly string[]): Record<string, string> {
  const used = new Set(tags)
  const isKept = ([tag]: [string, string]) => used.has(tag) || !node.inheritedTags.has(tag)
  return Object.fromEntries(Object.entries(node.usingComponents).filter(isKept))
}

/** A page's list starts with the app's sheet, unless the page or its package keeps apart from it. */
function stylesOf(node: ComponentNode, { app }: BuildContext, styles: Map<string, string>): string[] {
  const isApart =
    node.styleIsolation?.startsWith('page-') ||
    app.subpackages.some(({ id, independent }) => independent && id === node.packageId)
  return [...(node.isPage && !isApart ? [APP_STYLE] : []), node.path].filter((key) => styles.has(key))
}

/** Tags of the templates, and those that stand in while a component's package is on its way. */
function collectTags({ componentPlaceholder }: ComponentNode, templates: LinkedTemplate[]): string[] {
  const written = templates.flatMap(({ output }) => [...output.tags.keys()])
  return [...new Set([...written, ...Object.values(componentPlaceholder)])].sort()
}

function hashFiles(files: BundleFiles, manifest: string): string {
  const hash = createHash('sha256').update(manifest)
  for (const path of [...files.keys()].sort()) {
    hash.update(`\0${path}\0`).update(createHash('sha256').update(files.get(path)!).digest())
  }
  return hash.digest('hex')
}
