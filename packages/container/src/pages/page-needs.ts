import type { BundleManifest } from '@sampan/protocol'

/** What the templates of a page ask of its frame, with those of all components that it may show. */
export interface PageNeeds {
  /** Tags without a custom component. */
  tags: Set<string>
  /** Ids of packages with a template that has view scripts. */
  viewScriptPackages: Set<string>
}

export function pageNeeds({ components }: BundleManifest, route: string): PageNeeds {
  const needs: PageNeeds = { tags: new Set(), viewScriptPackages: new Set() }
  const reached = new Set<string>()

  function visit(path: string): void {
    if (reached.has(path) || !Object.hasOwn(components, path)) return
    reached.add(path)
    const { usingComponents, componentGenerics, tags, usesViewScript, packageId } = components[path]!
    for (const tag of tags) if (!Object.hasOwn(usingComponents, tag)) needs.tags.add(tag)
    if (usesViewScript) needs.viewScriptPackages.add(packageId)
    for (const used of Object.values(usingComponents)) visit(used)
    for (const used of Object.values(componentGenerics)) if (used !== null) visit(used)
  }

  visit(route)
  return needs
}
