import type { applyAnimation } from '../animation/apply-animation'
import type { animateElement, clearElementAnimation } from '../animation/keyframe-animation'
import type { startViewScripts } from '../view-scripts/start-view-scripts'

/** What parts bring beside components. */
export interface Features {
  animation?: {
    apply: typeof applyAnimation
    animate: typeof animateElement
    clear: typeof clearElementAnimation
  }
  createViewScripts?: ReturnType<typeof startViewScripts>
}

export const features: Features = {}
