import type { BundleManifest, HostToFrame } from '@sampan/protocol'
import { type FrameScripts, fetchScript } from '../sandbox/frame-scripts'
import { pageNeeds } from './page-needs'

/** What `open` tells about the scripts of a page. Its view scripts are on their way. */
export interface PageScripts {
  viewScripts: string[]
  tags: string[]
  /** Sends each when it is here. */
  deliver(send: (message: HostToFrame) => void): void
}

export function preparePageScripts(
  manifest: BundleManifest,
  baseUrl: string,
  route: string,
  scripts: FrameScripts,
): PageScripts {
  const { tags, viewScriptPackages } = pageNeeds(manifest, route)
  const packages = manifest.packages.filter(
    ({ id, hasViewScript }) => hasViewScript && viewScriptPackages.has(id),
  )
  const view = packages.map(({ id }) => {
    const url = `${baseUrl}packages/${encodeURIComponent(id)}/view.js`
    return { name: url, text: fetchScript(url) }
  })
  if (view.length > 0) view.unshift({ name: 'wxs', text: scripts.part('wxs') })
  return {
    viewScripts: view.map(({ name }) => name),
    tags: [...tags],
    deliver(send) {
      let before = Promise.resolve()
      for (const { name, text } of view) {
        text.catch(() => undefined)
        before = before.then(() => sendScript(name, text, send))
      }
    },
  }
}

export async function sendScript(
  name: string,
  text: Promise<string>,
  send: (message: HostToFrame) => void,
): Promise<void> {
  await text.then(
    (loaded) => send({ type: 'script', name, text: loaded }),
    () => send({ type: 'script', name }),
  )
}
