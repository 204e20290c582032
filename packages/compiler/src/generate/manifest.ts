import {
  APP_STYLE,
  rootOf,
  type BundleManifest,
  type ComponentConfig,
  type PageConfig,
} from '@sampan/protocol'
import type { BuildContext } from '../build-context'
import { type LinkedTemplate, templatesBehind } from '../link/link-templates'
import type { ComponentNode } from '../project/component-graph'
import { packageInfos } from '../project/app-config'
import { packageOf } from '../project/packages'
import type { FileMeter } from './file-facts'
import { findNeededParts } from './needed-parts'
import type { LinkedProgram } from './package-contents'
import type { BundleFiles } from './write-package'

/** Folder of the program's own files in the bundle. */
export const ASSETS = 'files/'

/** `manifest.json` of a bundle with these files, its hash still empty. */
export function makeManifest(
  context: BuildContext,
  program: LinkedProgram,
  scopes: Map<string, string>,
  files: BundleFiles,
  meter: FileMeter,
): BundleManifest {
  const { app, project, components } = context
  const sizes = new Map([...files].map(([path, content]) => [path, meter.measure(path, content).sizeBytes]))
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
      hasViewScript: files.has(`packages/${info.id}/view.js`),
    })),
    ...findStyledDataAttributes(program.styles),
    ...(app.theme && { theme: app.theme }),
    files: Object.fromEntries(
      [...sizes].flatMap(([path, size]) =>
        path.startsWith(ASSETS) ? [[path.slice(ASSETS.length), size]] : [],
      ),
    ),
    lateParts: findNeededParts(program),
  }

  function sizeOf(id: string): number {
    let sum = 0
    for (const [path, size] of sizes) {
      const isOwn = path.startsWith(ASSETS)
        ? packageOf(path.slice(ASSETS.length), app.subpackages) === id
        : path.startsWith(`packages/${id}/`) && !path.endsWith('.map')
      if (isOwn) sum += size
    }
    return sum
  }
}

function findStyledDataAttributes(
  styles: ReadonlyMap<string, string>,
): Pick<BundleManifest, 'styledDataAttributes'> {
  const found = [...styles.values()].flatMap((css) => [...css.matchAll(/\[\s*(data-[\w-]+)/g)])
  const names = [...new Set(found.map(([, name]) => name!))].sort()
  return names.length > 0 ? { styledDataAttributes: names } : {}
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
    rootOf(node.path) !== '' ||
    app.subpackages.some(({ id, independent }) => independent && id === node.packageId)
  return [...(node.isPage && !isApart ? [APP_STYLE] : []), node.path].filter((key) => styles.has(key))
}

/** Tags of the templates, and those that stand in while a component's package is on its way. */
function collectTags({ componentPlaceholder }: ComponentNode, templates: LinkedTemplate[]): string[] {
  const written = templates.flatMap(({ output }) => [...output.tags.keys()])
  return [...new Set([...written, ...Object.values(componentPlaceholder)])].sort()
}
