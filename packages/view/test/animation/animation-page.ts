// Runs in the test page.
import { applyAnimation } from '../../src/animation/apply-animation'

const ends: string[] = []
document.addEventListener('transitionend', (event) => ends.push(event.propertyName))

Object.assign(globalThis, {
  harness: {
    ends,
    apply(data: unknown) {
      applyAnimation(document.querySelector('#box')!, data)
    },
    /** Lets a number of milliseconds of animation pass at once. */
    forward(ms: number) {
      for (const animation of document.getAnimations()) {
        if (animation.playState === 'running') animation.currentTime = Number(animation.currentTime ?? 0) + ms
      }
    },
    style(property: string) {
      return getComputedStyle(document.querySelector('#box')!).getPropertyValue(property)
    },
  },
})
