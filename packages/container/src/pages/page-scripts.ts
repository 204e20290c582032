import { type BundleManifest, type HostToFrame, type ViewPart, viewPartOf } from '@sampan/protocol'
import { type FrameScripts, fetchScript } from '../sandbox/frame-scripts'
import { pageNeeds } from './page-needs'

/** The scripts that a page needs beside the first one. They are on their way. */
export interface PageScripts {
  /** As `open` tells them. */
  viewScripts: string[]
  parts: ViewPart[]
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
  const parts = partsOf(tags).map((name) => ({ name, text: scripts.part(name) }))
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
    parts: parts.map(({ name }) => name),
    deliver(send) {
      for (const { name, text } of parts) void sendScript(name, text, send)
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

/** Fetches what the program's other pages will need: failures show when they need it. */
export function prefetchParts({ components }: BundleManifest, scripts: FrameScripts): void {
  const all = Object.values(components)
  const parts = partsOf(new Set(all.flatMap(({ tags }) => tags)))
  if (all.some(({ usesViewScript }) => usesViewScript)) parts.push('wxs')
  for (const part of parts) scripts.part(part).catch(() => undefined)
}

function partsOf(tags: ReadonlySet<string>): ViewPart[] {
  return [...new Set([...tags].flatMap((tag) => viewPartOf(tag) ?? []))]
}
