/**
 * Keeps the browser's history in step with a running program: one entry for each page above the first, so that the
 * browser's back button goes back in the program. Each entry says in its state how high it is (`sampanDepth`), beside
 * whatever the host noted there, so that a position is read and never counted.
 *
 * Entries above the present page are of pages that have closed. WeChat has no forward: who goes there stays on the
 * present page, and the history comes back to it.
 */
export interface BrowserHistory {
  /** The program shows the page of this path now, the `depth`th of its stack. */
  follow(depth: number, path: string): void
  stop(): void
}

export interface BrowserHistoryParts {
  /** One page back; false at the first page. The program may refuse, and say so by staying as it is. */
  goBack(): Promise<boolean>
  /** In place of all pages. */
  open(path: string): Promise<void>
  /** The address that the browser shows for a page. Undefined: it stays as it is. */
  addressFor(path: string): string | undefined
}

interface EntryState {
  sampanDepth: number
  sampanPath: string
}

export function followBrowserHistory({ goBack, open, addressFor }: BrowserHistoryParts): BrowserHistory {
  /** The entry of the program's first page; after a reload there are others below. */
  let base = readEntry()?.sampanDepth ?? 0
  /** Where the browser is. */
  let present = base
  /** Where it should be, and of which page; nothing before the program's first page. */
  let wanted = base
  let path: string | undefined
  /** Our own `history.go` is under way. */
  let isMoving = false
  /** The browser went back and the program follows. */
  let isFollowing = false

  function settle(): void {
    if (isMoving || isFollowing || path === undefined) return
    if (present > wanted) {
      isMoving = true
      history.go(wanted - present)
      return
    }
    while (present < wanted) {
      present += 1
      history.pushState(entryState(present, path), '', addressFor(path))
    }
    const entry = readEntry()
    if (entry?.sampanDepth === present && entry.sampanPath === path) return
    history.replaceState(entryState(present, path), '', addressFor(path))
  }

  async function followBack(): Promise<void> {
    isFollowing = true
    try {
      for (let before = Infinity; present < wanted && wanted < before;) {
        before = wanted
        await goBack()
      }
      await reopen()
    } finally {
      isFollowing = false
      settle()
    }
  }

  /** From the program's first page to an entry of another first page: of before a reload, or of a link. */
  async function reopen(): Promise<void> {
    const entry = readEntry()
    if (!entry || wanted !== base || present > base || entry.sampanPath === path) return
    base = wanted = present
    await open(entry.sampanPath)
  }

  const onPop = () => {
    const entry = readEntry()
    if (!entry) {
      // The host's own entry, or one that the user made in the address bar: whatever comes next begins here.
      isMoving = false
      wanted -= base
      base = present = 0
      return
    }
    present = entry.sampanDepth
    if (isMoving || present > wanted) {
      isMoving = false
      settle()
    } else if (!isFollowing) {
      void followBack()
    }
  }
  addEventListener('popstate', onPop)

  return {
    follow(depth, nextPath) {
      wanted = base + depth - 1
      path = nextPath
      settle()
    },
    stop() {
      removeEventListener('popstate', onPop)
    },
  }
}

function entryState(sampanDepth: number, sampanPath: string): EntryState {
  return { ...(history.state as object | null), sampanDepth, sampanPath }
}

function readEntry(): EntryState | undefined {
  const state = history.state as Partial<EntryState> | null
  return typeof state?.sampanDepth === 'number' && typeof state.sampanPath === 'string'
    ? { sampanDepth: state.sampanDepth, sampanPath: state.sampanPath }
    : undefined
}
