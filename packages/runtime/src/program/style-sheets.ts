import { APP_STYLE, type BundleManifest } from '@sampan/protocol'

/**
 * The style sheets that a page needs, in the order in which they go into its frame: the app's, its own, and those of
 * every component that its tree can contain, the ones that use others before those. At equal weight a component's own
 * rules win over the external classes that it is given, as they do in WeChat.
 */
export function createStyleSheets(manifest: BundleManifest) {
  const css = new Map<string, string>()

  /** Components come after all that they use. */
  function addComponents(path: string, seen: Set<string>, order: string[]): void {
    const config = manifest.components[path]
    if (!config || seen.has(path)) return
    seen.add(path)
    const used = config.tags.flatMap((tag) => ownValue(config.usingComponents, tag) ?? [])
    const defaults = Object.values(config.componentGenerics).filter((fallback) => fallback !== null)
    for (const component of [...used, ...defaults]) addComponents(component, seen, order)
    order.push(path)
  }

  return {
    add(styles: Record<string, string>): void {
      for (const [key, text] of Object.entries(styles)) css.set(key, text)
    },
    sheetsOf(pagePath: string, extraComponents: string[] = []): { key: string; css: string }[] {
      const page = manifest.components[pagePath]
      const seen = new Set<string>()
      const usedFirst: string[] = []
      for (const path of [pagePath, ...extraComponents]) addComponents(path, seen, usedFirst)
      const components = usedFirst.reverse().filter((path) => path !== pagePath)
      // The compiler says which pages the app's sheet is for.
      const keys = page?.styles.includes(APP_STYLE) ? [APP_STYLE] : []
      for (const path of [pagePath, ...components]) keys.push(...(manifest.components[path]?.styles ?? []))
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
