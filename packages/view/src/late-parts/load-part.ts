import type { Part } from './part-of-tag'

/** Loads parts of the frame's script, each once. */
export interface PartLoader {
  /** Undefined if the part is there. Resolves when it has run, or cannot be loaded: then pages do without it. */
  load(part: Part): Promise<void> | undefined
}

/** Address of the first script, while it runs; '' in tests, where everything is in one. */
const firstScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

export function createPartLoader(reportError: (error: unknown, where: string) => void): PartLoader {
  const loads = new Map<Part, Promise<void> | undefined>()
  return {
    load(part) {
      if (!loads.has(part)) {
        const url = new URL(`view-${part}.js`, firstScript).href
        const loading = loadScript(url)
          .catch(() => reportError(new Error(`the part ${part} of the page could not be loaded`), url))
          .then(() => void loads.set(part, undefined))
        loads.set(part, loading)
      }
      return loads.get(part)
    },
  }
}

/** Scripts that are asked for one after the other run in that order. */
export function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.async = false
    script.onload = () => resolve()
    script.onerror = () => reject(new Error('a script could not be loaded'))
    document.head.append(script)
  })
}
