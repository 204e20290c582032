import { createHash } from 'node:crypto'
import type { StyleIsolation } from '@sampan/protocol'

/**
 * Class prefix by component path, '' where the component's classes are visible to others: pages, unless they isolate
 * themselves, and components whose style is shared. A prefix depends on the path alone, so it survives rebuilds.
 */
export function assignStyleScopes(
  components: Iterable<{ path: string; isPage: boolean; styleIsolation?: StyleIsolation }>,
): Map<string, string> {
  const scopes = new Map<string, string>()
  const taken = new Set<string>()
  for (const { path, isPage, styleIsolation } of components) {
    if (!hasOwnScope(isPage, styleIsolation)) {
      scopes.set(path, '')
      continue
    }
    const digest = BigInt(`0x${createHash('sha256').update(path).digest('hex')}`).toString(36)
    let length = 4
    while (taken.has(digest.slice(0, length))) length += 1
    const hash = digest.slice(0, length)
    taken.add(hash)
    scopes.set(path, `c${hash}`)
  }
  return scopes
}

/** Isolation `shared` and `page-shared` let the sheet reach other components, the others keep it at home. */
function hasOwnScope(isPage: boolean, isolation: StyleIsolation | undefined): boolean {
  if (isolation === undefined) return !isPage
  return isolation !== 'shared' && isolation !== 'page-shared'
}
