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

/** Divides the program: each file goes where it lies. */
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
  for (const contents of packages.values()) contents.viewWxs = findViewWxs(contents, program)
  return [...packages.values()].map(sortContents)
}

/** The modules of templates that hand WXS functions to events or `change:`, with all that they require. */
function findViewWxs(contents: PackageContents, { templates, wxs }: LinkedProgram): LinkedWxs[] {
  const reached = new Map<string, LinkedWxs>()
  const visit = (key: string) => {
    const module = wxs.get(key)
    if (!module || reached.has(key)) return
    reached.set(key, module)
    module.links.forEach(visit)
  }
  for (const template of contents.templates) {
    for (const { path, output } of templatesBehind(template.path, templates)) {
      if (!output.usesViewScript) continue
      for (const script of output.scripts) if (script.path !== undefined) visit(script.path)
      for (const { module } of output.inlineScripts) visit(`${path}#${module}`)
    }
  }
  return [...reached.values()]
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
