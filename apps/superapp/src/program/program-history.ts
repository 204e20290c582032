import { formatRoute, parseRoute, type Route } from '../route'

/**
 * The container keeps the browser's history in step with a program's pages: an entry for each page above the first, with
 * its height in `sampanDepth`, beside what the entry below noted for itself.
 */
interface EntryState {
  sampanDepth?: number
  /** The entry below the program's first is home. */
  isHomeBelow?: boolean
}

/** Adds an entry above that of home, or of whatever is shown. */
export function pushEntry(route: Route): void {
  const state: EntryState = { isHomeBelow: parseRoute(location.hash).screen === 'home' }
  history.pushState(state, '', formatRoute(route))
}

/** Goes to the entry of home. Answers false if there is none below: the address says home now. */
export function leaveEntries(): boolean {
  const { sampanDepth = 0, isHomeBelow = false } = (history.state ?? {}) as EntryState
  if (isHomeBelow) {
    history.go(-sampanDepth - 1)
    return true
  }
  history.replaceState(null, '', formatRoute({ screen: 'home' }))
  return false
}

/** Made in the address bar or by a link, unlike those that a program or home has written. */
export function isNewEntry(): boolean {
  return history.state === null
}
