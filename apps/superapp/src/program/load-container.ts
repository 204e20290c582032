import { h } from '../dom/create-element'

export interface ContainerSource {
  runtimeUrl: string
  containerImports: readonly string[]
}

/** Loads `<mini-program>` once. A failed load may be tried again, under another address: modules remember failures. */
export function createContainerLoader(source: ContainerSource): () => Promise<void> {
  const { runtimeUrl, containerImports } = source
  let loaded: Promise<unknown> | undefined
  let tries = 0
  return async () => {
    if (!loaded) {
      for (const name of containerImports) preloadModule(runtimeUrl + name)
      const suffix = tries++ === 0 ? '' : `?try=${tries}`
      const url = new URL(`${runtimeUrl}container.js${suffix}`, location.href).href
      loaded = import(url)
      loaded.catch(() => (loaded = undefined))
    }
    await loaded
  }
}

function preloadModule(href: string): void {
  document.head.append(h('link', { attributes: { rel: 'modulepreload', href } }))
}
