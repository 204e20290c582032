import { BUILT_IN_TAGS } from '@sampan/protocol'
import type { BuildContext } from '../build-context'
import type { ComponentNode } from '../project/component-graph'
import { resolvePath } from '../project/paths'
import { type LinkedTemplate, templatesBehind } from './link-templates'

/** Tags of HTML that authors use as plain elements. */
const HTML_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr article aside b blockquote br center cite code dd del div dl dt em fieldset figcaption figure footer h1 ' +
    'h2 h3 h4 h5 h6 header hr i img ins legend li main mark nav ol p pre q s section small strong sub summary sup ' +
    'table tbody td tfoot th thead tr u ul'
  ).split(' '),
)

/** Finds tags that nothing implements, templates that nobody defines and literal paths of files that are not there. */
export function checkTemplates(context: BuildContext, templates: Map<string, LinkedTemplate>): void {
  const users = findUsers(context, templates)
  for (const template of templates.values()) {
    // A component's own file must be right for it; a file of templates, for one of those who import it.
    const own = context.components.get(template.path)
    const concerned = own ? [own] : (users.get(template.path) ?? [])
    checkTags(template, concerned, context)
    checkTemplateNames(template, templates, context)
    checkAssets(template, concerned, context)
  }
}

/** Template → components that show it, themselves or through imports. */
function findUsers(
  { components }: BuildContext,
  templates: Map<string, LinkedTemplate>,
): Map<string, ComponentNode[]> {
  const users = new Map<string, ComponentNode[]>()
  for (const component of components.values()) {
    for (const { path } of templatesBehind(component.path, templates)) {
      const list = users.get(path)
      if (list) list.push(component)
      else users.set(path, [component])
    }
  }
  return users
}

function checkTags(template: LinkedTemplate, users: ComponentNode[], context: BuildContext): void {
  for (const [tag, place] of template.output.tags) {
    if (BUILT_IN_TAGS.has(tag) || tag.startsWith('xr-')) continue
    if (users.some((component) => knowsTag(component, tag))) continue
    context.report(HTML_TAGS.has(tag) ? 'tag-html' : 'tag-unknown', { tag }, place)
  }
}

function knowsTag(component: ComponentNode, tag: string): boolean {
  return (
    Object.hasOwn(component.usingComponents, tag) ||
    Object.hasOwn(component.componentGenerics, tag) ||
    component.brokenTags.includes(tag)
  )
}

function checkTemplateNames(
  { output, links }: LinkedTemplate,
  templates: Map<string, LinkedTemplate>,
  context: BuildContext,
): void {
  if (output.usedTemplates.length === 0) return
  const defined = new Set(output.definedTemplates)
  for (const link of links) templates.get(link)?.output.definedTemplates.forEach((name) => defined.add(name))
  for (const { name, place } of output.usedTemplates) {
    if (!defined.has(name)) context.report('template-not-defined', { name }, place)
  }
}

function checkAssets({ output }: LinkedTemplate, users: ComponentNode[], context: BuildContext): void {
  const { files, project, report } = context
  for (const { written, place } of output.assets) {
    const isThere = users.some((component) => {
      const path = resolvePath(written.replace(/[?#].*$/, ''), component.path)
      return path !== undefined && files.has(project.root + path)
    })
    if (!isThere) report('asset-missing', { path: written }, place)
  }
}
