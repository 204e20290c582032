import { type BundleManifest, type ViewPart, viewPartOf } from '@sampan/protocol'
import type { FrameScripts } from '../sandbox/frame-scripts'

/** Fetches the parts that pages of the program will need. What cannot be had is tried again when it is needed. */
export function prefetchParts({ components }: BundleManifest, scripts: FrameScripts): void {
  const parts = new Set<ViewPart>()
  for (const { tags, usesViewScript } of Object.values(components)) {
    if (usesViewScript) parts.add('wxs')
    for (const tag of tags) {
      const part = viewPartOf(tag)
      if (part) parts.add(part)
    }
  }
  for (const part of parts) scripts.part(part).catch(() => undefined)
}
