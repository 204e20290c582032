import { APP_STYLE, type BundleManifest } from '@sampan/protocol'

/**
 * The style sheets that a page needs, in the order in which they go into its frame: the app's, those of every
 * component that its tree can contain, its own.
 */
export function createStyleSheets(manifest: BundleManifest) {
  const css = new Map<string, string>()

  function componentsOf(path: string, found: Set<string>): Set<string> {
    const config = manifest.components[path]
    if (!config || found.has(path)) return found
    found.add(path)
    const used = config.tags.flatMap((tag) => ownValue(config.usingComponents, tag) ?? [])
    const defaults = Object.values(config.componentGenerics).filter((fallback) => fallback !== null)
    for (const component of [...used, ...defaults]) componentsOf(component, found)
    return found
  }

  return {
    add(styles: Record<string, string>): void {
      for (const [key, text] of Object.entries(styles)) css.set(key, text)
    },
    sheetsOf(pagePath: string, extraComponents: string[] = []): { key: string; css: string }[] {
      const page = manifest.components[pagePath]
      const components = new Set<string>()
      componentsOf(pagePath, components)
      for (const path of extraComponents) componentsOf(path, components)
      components.delete(pagePath)
      // The compiler says which pages the app's sheet is for; it comes before those of components.
      const keys = page?.styles.includes(APP_STYLE) ? [APP_STYLE] : []
      for (const path of [...components].reverse()) keys.push(...(manifest.components[path]?.styles ?? []))
      keys.push(...(page?.styles ?? []))
      return [...new Set(keys)].flatMap((key) => {
        const text = css.get(key)
        return text ? [{ key, css: text }] : []
      })
    },
  }
}

function ownValue(record: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
