/** Lets the browser's back button go back in the program: one entry of the history for each page above the first. */
export interface BrowserHistory {
  /** The program's stack has this many pages now. */
  follow(depth: number): void
  stop(): void
}

export function followBrowserHistory(goBack: () => Promise<boolean>): BrowserHistory {
  let pushed = 0
  /** Events that our own `history.go` brings. */
  let expected = 0
  let isPopping = false

  const onPop = () => {
    if (expected > 0) {
      expected -= 1
      return
    }
    if (pushed === 0) return
    pushed -= 1
    isPopping = true
    void goBack().finally(() => {
      isPopping = false
    })
  }
  addEventListener('popstate', onPop)

  return {
    follow(depth) {
      const wanted = depth - 1
      for (; pushed < wanted; pushed += 1) history.pushState({ sampanDepth: pushed + 1 }, '')
      if (pushed > wanted && !isPopping) {
        expected += 1
        history.go(wanted - pushed)
      }
      pushed = wanted
    },
    stop() {
      removeEventListener('popstate', onPop)
    },
  }
}
