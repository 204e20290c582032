import type { NavigationBarDetail } from '@sampan/protocol'
import { ReflectingElement } from '../reflecting-element'

/** The bar is the container's; this one only says what it should be (event `navigationbar`). */
export class NavigationBarElement extends ReflectingElement {
  protected override update(): void {
    const detail: NavigationBarDetail = {}
    if (this.has('title')) detail.title = this.textOf('title')
    if (this.has('loading')) detail.loading = this.flag('loading')
    if (this.has('front-color')) detail.frontColor = this.textOf('front-color')
    if (this.has('background-color')) detail.backgroundColor = this.textOf('background-color')
    if (this.has('color-animation-duration')) {
      detail.colorAnimationDuration = this.numberOf('color-animation-duration', 0)
    }
    if (this.has('color-animation-timing-func')) {
      detail.colorAnimationTimingFunc = this.textOf('color-animation-timing-func', 'linear')
    }
    this.emit('navigationbar', detail)
  }

  private has(name: string): boolean {
    return this.properties[name] !== undefined && this.properties[name] !== null
  }
}
