import { type FrameSource, type PageFrame, createPageFrame } from '../sandbox/page-frame'
import { NavigationBar } from '../interface/navigation-bar'

/** What a page consists of on the screen. It is made before anyone knows which page it will be. */
export interface PageSurface {
  readonly element: HTMLElement
  readonly navigationBar: NavigationBar
  readonly frame: PageFrame
  /** Box of the frame. */
  readonly area: HTMLElement
  dispose(): void
}

export function createPageSurface(stage: HTMLElement, source: FrameSource): PageSurface {
  const element = document.createElement('section')
  element.className = 'page waiting'
  element.inert = true
  const navigationBar = new NavigationBar()
  const frame = createPageFrame(source)
  const area = document.createElement('div')
  area.className = 'frame-area'
  area.append(frame.element)
  element.append(navigationBar, area)
  stage.append(element)
  return {
    element,
    navigationBar,
    frame,
    area,
    dispose() {
      frame.dispose()
      element.remove()
    },
  }
}

/** Keeps one surface prepared. Frames cost time to start, so the next one waits until the page before has painted. */
export interface SurfacePool {
  take(): PageSurface
  /** Makes the next one when there is nothing else to do. */
  refill(): void
  dispose(): void
}

export function createSurfacePool(make: () => PageSurface, first: PageSurface): SurfacePool {
  let warm: PageSurface | undefined = first
  let idle: number | undefined
  return {
    take() {
      const surface = warm ?? make()
      warm = undefined
      return surface
    },
    refill() {
      idle ??= whenIdle(() => {
        idle = undefined
        warm ??= make()
      })
    },
    dispose() {
      if (idle !== undefined) cancelIdle(idle)
      warm?.dispose()
      warm = undefined
    },
  }
}

// Safari has no idle callbacks.
function whenIdle(run: () => void): number {
  return typeof requestIdleCallback === 'function'
    ? requestIdleCallback(run, { timeout: 1_000 })
    : (setTimeout(run, 200) as unknown as number)
}

function cancelIdle(handle: number): void {
  if (typeof cancelIdleCallback === 'function') cancelIdleCallback(handle)
  else clearTimeout(handle)
}
