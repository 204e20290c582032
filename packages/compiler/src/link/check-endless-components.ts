import type { BuildContext } from '../build-context'
import type { LinkedTemplate } from './link-templates'

/**
 * Components may be in each other's templates, as trees need it; but a ring of them without any condition ends in an
 * overflow wherever it is shown.
 */
export function checkEndlessComponents(context: BuildContext, templates: Map<string, LinkedTemplate>): void {
  const { components } = context
  const finished = new Set<string>()

  function visit(path: string, trail: readonly string[]): void {
    if (finished.has(path)) return
    const here = [...trail, path]
    for (const [tag, place] of templates.get(path)?.output.certainTags ?? []) {
      const component = components.get(path)
      const used =
        component && Object.hasOwn(component.usingComponents, tag) && component.usingComponents[tag]
      if (!used || Object.hasOwn(component.componentPlaceholder, tag)) continue
      const start = here.indexOf(used)
      if (start === -1) visit(used, here)
      else context.report('component-endless', { tag, path: [...here.slice(start), used].join(' → ') }, place)
    }
    finished.add(path)
  }

  for (const path of components.keys()) visit(path, [])
}
