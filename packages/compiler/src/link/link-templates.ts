import type { BuildContext, ContentCache } from '../build-context'
import { type TemplateOutput, compileTemplate } from '../template/compile-template'

export interface LinkedTemplate {
  path: string
  output: TemplateOutput
  /** Templates that it imports or includes and that are there. */
  links: string[]
}

export type TemplateCache = ContentCache<TemplateOutput>

/** Compiles the template of every component and whatever those import and include. By path without extension. */
export function linkTemplates(context: BuildContext, cache: TemplateCache): Map<string, LinkedTemplate> {
  const { files, project, components } = context
  const templates = new Map<string, LinkedTemplate>()
  const queue = [...components.keys()]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (templates.has(path)) continue
    const file = `${project.root}${path}.wxml`
    const source = files.readText(file) ?? ''
    const output = cache.get(`${project.root}\n${path}`, source, () => compileTemplate(path, file, source))
    context.addDiagnostics(output.diagnostics)
    const links = findLinks(output)
    templates.set(path, { path, output, links })
    queue.push(...links)
  }
  return templates

  function findLinks(output: TemplateOutput): string[] {
    const links: string[] = []
    for (const [tag, references] of [
      ['import', output.imports],
      ['include', output.includes],
    ] as const) {
      for (const { path, written, place } of references) {
        if (path !== undefined && files.has(`${project.root}${path}.wxml`)) links.push(path)
        else context.report('template-import-missing', { tag, path: written }, place)
      }
    }
    return links
  }
}

/** A template and all that it imports or includes, over any number of steps. */
export function templatesBehind(path: string, templates: Map<string, LinkedTemplate>): LinkedTemplate[] {
  const reached = new Map<string, LinkedTemplate>()
  const visit = (name: string) => {
    const template = templates.get(name)
    if (!template || reached.has(name)) return
    reached.set(name, template)
    template.links.forEach(visit)
  }
  visit(path)
  return [...reached.values()]
}
