import type { RouteType } from '@sampan/protocol'
import type { Page } from './page'
import { type Slide, prefersReducedMotion, slide } from './transition'

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
  /** A finger draws the page on top away; undefined while something else moves. */
  beginSwipe(top: Page, below: Page): Swipe | undefined
}

export interface Swipe {
  /** 0: the page is in its place, 1: it is gone. */
  move(fraction: number): void
  /** The page goes: the route that follows goes on from here. */
  accept(): void
  /** The page comes back. */
  cancel(): void
}

/** A new page is waited for until it has painted; one that takes longer comes as it is. */
const PAINT_GRACE_MS = 120

export function createPresenter(parts: { tabBar: HTMLElement; fast: boolean }): Presenter {
  let running: { finish(): void } | undefined
  let swiped: { top: Page; motion: Slide } | undefined

  const alongWith = (lower: Page) => (lower.isTab ? parts.tabBar : undefined)

  function settle({ from, to, removed }: StackChange): void {
    to.surface.element.style.opacity = ''
    to.surface.element.inert = false
    if (from && from !== to && !removed.includes(from)) cover(from)
    for (const page of removed) page.dispose()
  }

  function motionOf({ type, from, to }: StackChange): 'forward' | 'back' | 'none' {
    if (!from || from === to || prefersReducedMotion()) return 'none'
    return type === 'navigateTo' ? 'forward' : type === 'navigateBack' ? 'back' : 'none'
  }

  /** Runs `start` when the page has painted, or was given long enough. */
  function whenPainted(page: Page, start: () => void): void {
    void Promise.race([page.painted, new Promise((resolve) => setTimeout(resolve, PAINT_GRACE_MS))]).then(
      start,
    )
  }

  function play(change: StackChange, from: Page): { finish(): void } {
    const { to } = change
    const motion = motionOf(change)
    let sliding: Slide | undefined
    let hasEnded = false
    const end = () => {
      if (hasEnded) return
      hasEnded = true
      settle(change)
    }
    const begin = (started: Slide) => {
      sliding = started
      void started.done.then(end)
    }
    from.surface.element.inert = true
    if (motion === 'back') {
      const adopted = swiped?.top === from ? swiped.motion : undefined
      adopted?.play()
      begin(adopted ?? slide('back', from.surface.element, to.surface.element, alongWith(to)))
    } else if (motion === 'forward') {
      // In its place but transparent: browsers do not let a frame outside the window paint.
      to.surface.element.style.opacity = '0'
      whenPainted(to, () => {
        if (hasEnded) return
        to.surface.element.style.opacity = ''
        begin(slide('forward', to.surface.element, from.surface.element, alongWith(from)))
      })
    } else {
      // Without motion the page before stays in sight until there is something to see.
      to.surface.element.style.opacity = '0'
      whenPainted(to, end)
    }
    return {
      finish() {
        sliding?.finish()
        end()
      },
    }
  }

  return {
    present(change) {
      running?.finish()
      running = undefined
      const { from, to, depth } = change
      const { element } = to.surface
      element.classList.remove('waiting', 'covered')
      // The tab bar lies at 5: over tab pages, under the others.
      element.style.zIndex = to.isTab ? '1' : String(10 + depth)
      to.send({ type: 'visible', visible: true })
      if (parts.fast || !from || from === to) settle(change)
      else running = play(change, from)
      swiped = undefined
    },
    beginSwipe(top, below) {
      if (running && swiped) return undefined
      running?.finish()
      running = undefined
      below.surface.element.classList.remove('covered')
      const motion = slide('back', top.surface.element, below.surface.element, alongWith(below), 'linear')
      motion.scrub(0)
      return {
        move: motion.scrub,
        accept() {
          swiped = { top, motion }
        },
        cancel() {
          motion.revert()
          void motion.done.then(() => cover(below))
        },
      }
    },
  }
}

function cover(page: Page): void {
  page.surface.element.classList.add('covered')
  page.surface.element.inert = true
  page.send({ type: 'visible', visible: false })
}
