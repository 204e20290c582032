import { type FrameSource, type PageFrame, createPageFrame } from '../sandbox/page-frame'
import { NavigationBar } from '../interface/navigation-bar'
import { whenIdle } from '../when-idle'

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
  let callOff: (() => void) | undefined
  return {
    take() {
      const surface = warm ?? make()
      warm = undefined
      return surface
    },
    refill() {
      callOff ??= whenIdle(() => {
        callOff = undefined
        warm ??= make()
      })
    },
    dispose() {
      callOff?.()
      warm?.dispose()
      warm = undefined
    },
  }
}
