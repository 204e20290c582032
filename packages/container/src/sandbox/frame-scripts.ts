/**
 * Scripts of page frames, as texts. A frame's origin is its own, and no cache of the browser keeps anything for it: the
 * host fetches once what all frames need, and hands it to each.
 */
export interface FrameScripts {
  first(): Promise<string>
  part(name: string): Promise<string>
}

/** By URL. The same for every program. */
const texts = new Map<string, Promise<string>>()

/** `runtimeUrl` is the folder of `view.js`. */
export function createFrameScripts(runtimeUrl: string): FrameScripts {
  const load = (name: string): Promise<string> => {
    const url = `${runtimeUrl}${name}.js`
    const known = texts.get(url)
    if (known) return known
    const text = fetchScript(url)
    texts.set(url, text)
    text.catch(() => texts.delete(url))
    return text
  }
  return {
    first: () => load('view'),
    part: (name) => load(`view-${name}`),
  }
}

/** With its address, so that errors and source maps name it. Rejects with an Error that says which script and why. */
export async function fetchScript(url: string): Promise<string> {
  const { pathname, href } = new URL(url, document.baseURI)
  const response = await fetch(href).catch(() => undefined)
  if (!response?.ok) throw new Error(`${pathname}: ${response ? `HTTP ${response.status}` : 'no connection'}`)
  return `${await response.text()}\n//# sourceURL=${href}`
}
