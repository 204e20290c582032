import { formatRoute, parseRoute } from '../route'

/** What an entry of the browser's history says about itself. */
interface EntryState {
  /** Entries between this one and the program's first. */
  position: number
  /** The entry below the program's first is home. */
  isHomeBelow: boolean
}

/**
 * Keeps the address in step with a running program. The container adds an entry for each page above the first and goes
 * back when the browser does; here each entry gets the address of its page, so that a reload stays on it.
 */
export interface ProgramHistory {
  /** The program shows this page, the `depth`th of its stack. */
  follow(path: string, depth: number): void
  /** The browser went to another entry of the same program. Answers the path to open, if the container will not. */
  onPop(path: string): string | undefined
  /** Goes to the entry of home. Answers false if there is none below: the address says home now. */
  leave(): boolean
}

export function createProgramHistory(appId: string): ProgramHistory {
  const first = readEntry()
  let depth = 1
  let path = ''
  let isBrowserPop = false
  /** The container shortens the history by itself: one event for each time. */
  let ownPops = 0

  function writeEntry(): void {
    const state = { ...(history.state as object | null), ...first, position: first.position + depth - 1 }
    history.replaceState(state, '', formatRoute({ screen: 'program', appId, path }))
  }

  return {
    follow(nextPath, nextDepth) {
      if (nextDepth < depth && !isBrowserPop) ownPops++
      const isMoving = nextDepth < depth && !isBrowserPop
      isBrowserPop = false
      depth = nextDepth
      path = nextPath
      // The entry on top is about to be left behind: it keeps its address.
      if (!isMoving) writeEntry()
    },
    onPop(wanted) {
      if (ownPops > 0) {
        ownPops--
        writeEntry()
        return undefined
      }
      if (depth > 1) {
        isBrowserPop = true
        return undefined
      }
      return wanted === path ? undefined : wanted
    },
    leave() {
      const { position, isHomeBelow } = readEntry()
      if (isHomeBelow) {
        history.go(-position - 1)
        return true
      }
      history.replaceState(null, '', formatRoute({ screen: 'home' }))
      return false
    },
  }
}

/** Adds an entry for a program above that of home. */
export function pushProgramEntry(appId: string, path: string): void {
  const state: EntryState = { position: 0, isHomeBelow: parseRoute(location.hash).screen === 'home' }
  history.pushState(state, '', formatRoute({ screen: 'program', appId, path }))
}

function readEntry(): EntryState {
  const state = history.state as Partial<EntryState> | null
  return { position: state?.position ?? 0, isHomeBelow: state?.isHomeBelow ?? false }
}
