import type { BuildContext } from '../build-context'
import type { LinkedModule } from '../link/link-scripts'
import type { LinkedTemplate } from '../link/link-templates'
import type { LinkedWxs } from '../link/link-wxs'
import { templatesBehind } from '../link/link-templates'
import { packageOf } from '../project/packages'

/** Everything of the program that is compiled, before it is divided into packages. */
export interface LinkedProgram {
  templates: Map<string, LinkedTemplate>
  wxs: Map<string, LinkedWxs>
  modules: Map<string, LinkedModule>
  /** Scripts of the folder `app.workers`. */
  workerModules: LinkedModule[]
  /** By key of `styles.json`. */
  styles: Map<string, string>
}

/** What one package brings. */
export interface PackageContents {
  id: string
  templates: LinkedTemplate[]
  wxs: LinkedWxs[]
  /** WXS that runs in page frames. */
  viewWxs: LinkedWxs[]
  modules: LinkedModule[]
  styles: Map<string, string>
}

/** Divides the program: each file goes where it lies; independent subpackages get copies of what else they use. */
export function divideIntoPackages(context: BuildContext, program: LinkedProgram): PackageContents[] {
  const { subpackages } = context.app
  const packages = new Map<string, PackageContents>(
    ['main', ...subpackages.map(({ id }) => id)].map((id) => [
      id,
      { id, templates: [], wxs: [], viewWxs: [], modules: [], styles: new Map() },
    ]),
  )
  const home = (path: string) => packages.get(packageOf(path, subpackages))!
  for (const template of program.templates.values()) home(template.path).templates.push(template)
  for (const wxs of program.wxs.values()) home(wxs.path).wxs.push(wxs)
  for (const module of program.modules.values()) home(module.key).modules.push(module)
  for (const [key, css] of program.styles) home(key).styles.set(key, css)
  for (const { id, root, independent } of subpackages) {
    if (independent) addForeignParts(packages.get(id)!, root, context, program)
  }
  for (const contents of packages.values()) contents.viewWxs = findViewWxs(contents, program)
  return [...packages.values()].map(sortContents)
}

/** An independent subpackage runs without the main package: what its pages use from there comes with it. */
function addForeignParts(
  contents: PackageContents,
  root: string,
  { components, project }: BuildContext,
  { templates, wxs, modules, styles }: LinkedProgram,
): void {
  const isForeign = (path: string) => !path.startsWith(root)
  const own = [...components.values()].filter(({ path }) => !isForeign(path))
  const used = reachAll(own, ({ usingComponents, componentGenerics }) =>
    [...Object.values(usingComponents), ...Object.values(componentGenerics)].flatMap((path) =>
      path === null ? [] : (components.get(path) ?? []),
    ),
  )
  const usedTemplates = reachAll(
    [...used].flatMap(({ path }) => templates.get(path) ?? []),
    ({ links }) => links.flatMap((link) => templates.get(link) ?? []),
  )
  const usedWxs = reachAll(
    [...usedTemplates].flatMap((template) => wxsOf(template).flatMap((key) => wxs.get(key) ?? [])),
    ({ links }) => links.flatMap((link) => wxs.get(link) ?? []),
  )
  const scripts = [...used].flatMap(({ path }) =>
    ['.js', '.ts'].flatMap((extension) => modules.get(project.root + path + extension) ?? []),
  )
  const usedModules = reachAll(scripts, ({ requires }) => requires.flatMap((file) => modules.get(file) ?? []))

  contents.templates.push(...[...usedTemplates].filter(({ path }) => isForeign(path)))
  contents.wxs.push(...[...usedWxs].filter(({ path }) => isForeign(path)))
  contents.modules.push(...[...usedModules].filter(({ key }) => isForeign(key)))
  for (const { path } of used) {
    const css = styles.get(path)
    if (css !== undefined) contents.styles.set(path, css)
  }
}

function reachAll<Item>(from: Item[], next: (item: Item) => Item[]): Set<Item> {
  const reached = new Set<Item>()
  const visit = (item: Item) => {
    if (reached.has(item)) return
    reached.add(item)
    next(item).forEach(visit)
  }
  from.forEach(visit)
  return reached
}

/** Keys of the WXS modules that a template names. */
function wxsOf({ path, output }: LinkedTemplate): string[] {
  const files = output.scripts.flatMap((script) => script.path ?? [])
  return [...files, ...output.inlineScripts.map(({ module }) => `${path}#${module}`)]
}

/** The modules of templates that hand WXS functions to events or `change:`, with all that they require. */
function findViewWxs(contents: PackageContents, { templates, wxs }: LinkedProgram): LinkedWxs[] {
  const handlers = contents.templates
    .flatMap(({ path }) => templatesBehind(path, templates))
    .filter(({ output }) => output.usesViewScript)
  const modules = handlers.flatMap((template) => wxsOf(template).flatMap((key) => wxs.get(key) ?? []))
  return [...reachAll(modules, ({ links }) => links.flatMap((link) => wxs.get(link) ?? []))]
}

/** Compilation runs in parallel; the bundle must not depend on who was first. */
function sortContents(contents: PackageContents): PackageContents {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  contents.templates.sort((a, b) => byText(a.path, b.path))
  contents.wxs.sort((a, b) => byText(a.key, b.key))
  contents.viewWxs.sort((a, b) => byText(a.key, b.key))
  contents.modules.sort((a, b) => byText(a.key, b.key))
  contents.styles = new Map([...contents.styles].sort(([a], [b]) => byText(a, b)))
  return contents
}
