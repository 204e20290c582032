/** Loads `<mini-program>` once. A failed load may be tried again, under another address: modules remember failures. */
export function createContainerLoader(runtimeUrl: string): () => Promise<void> {
  let loaded: Promise<unknown> | undefined
  let tries = 0
  return async () => {
    if (!loaded) {
      const suffix = tries++ === 0 ? '' : `?try=${tries}`
      const url = new URL(`${runtimeUrl}container.js${suffix}`, location.href).href
      loaded = import(url)
      loaded.catch(() => (loaded = undefined))
    }
    await loaded
  }
}
