import type { RouteType } from '@sampan/protocol'
import type { Page } from './page'
import { type Transition, prefersReducedMotion, slide } from './transition'

export interface StackChange {
  type: RouteType
  from?: Page
  to: Page
  /** Closed by this route; they leave the screen with its motion. */
  removed: Page[]
  /** Pages on the stack afterwards. */
  depth: number
}

export interface Presenter {
  /** Moves the screen to `change.to`. Ends a motion that is still under way. */
  present(change: StackChange): void
  dispose(): void
}

/** A new page slides in when it has painted; one that takes longer slides in as it is. */
const PAINT_GRACE_MS = 120

export function createPresenter(parts: { tabBar: HTMLElement; fast: boolean }): Presenter {
  let running: { finish(): void } | undefined

  function settle(change: StackChange): void {
    const { from, to, removed } = change
    to.surface.element.style.transform = ''
    to.surface.element.inert = false
    if (from && from !== to && !removed.includes(from)) {
      cover(from)
    }
    for (const page of removed) page.dispose()
  }

  function motionOf({ type, from, to }: StackChange): 'forward' | 'back' | 'none' {
    if (parts.fast || !from || from === to || prefersReducedMotion()) return 'none'
    return type === 'navigateTo' ? 'forward' : type === 'navigateBack' ? 'back' : 'none'
  }

  return {
    present(change) {
      running?.finish()
      running = undefined
      const { from, to, depth } = change
      const element = to.surface.element
      element.classList.remove('waiting', 'covered')
      // The tab bar lies at 5: over tab pages, under the others.
      element.style.zIndex = to.isTab ? '1' : String(10 + depth)
      to.send({ type: 'visible', visible: true })
      const motion = motionOf(change)
      if (motion === 'none' || !from) return settle(change)
      const upper = motion === 'forward' ? to : from
      const lower = motion === 'forward' ? from : to
      from.surface.element.inert = true
      running = play(motion, upper, lower, () => settle(change))
    },
    dispose() {
      running = undefined
    },
  }

  function play(motion: 'forward' | 'back', upper: Page, lower: Page, onEnd: () => void): { finish(): void } {
    let transition: Transition | undefined
    let ended = false
    const end = () => {
      if (ended) return
      ended = true
      onEnd()
    }
    const start = () => {
      if (ended || transition) return
      upper.surface.element.style.transform = ''
      transition = slide(
        motion,
        upper.surface.element,
        lower.surface.element,
        lower.isTab ? parts.tabBar : undefined,
      )
      void transition.done.then(end)
    }
    if (motion === 'forward') {
      upper.surface.element.style.transform = 'translateX(100%)'
      void Promise.race([upper.painted, new Promise((resolve) => setTimeout(resolve, PAINT_GRACE_MS))]).then(
        start,
      )
    } else {
      start()
    }
    return {
      finish() {
        transition?.finish()
        end()
      },
    }
  }
}

function cover(page: Page): void {
  page.surface.element.classList.add('covered')
  page.surface.element.inert = true
  page.send({ type: 'visible', visible: false })
}
