import { LitElement } from 'lit'

/**
 * Base of the container's own overlays. The layer sends `cancel` for Escape; `leave` plays the way out, which is
 * marked by the attribute `leaving`, so that styles alone say how it looks.
 */
export abstract class OverlayPanel extends LitElement {
  async leave(): Promise<void> {
    this.setAttribute('leaving', '')
    const animations = this.shadowRoot?.getAnimations() ?? []
    const leaving = animations.filter((animation) => (animation.effect?.getTiming().iterations ?? 1) === 1)
    await Promise.all(leaving.map((animation) => animation.finished.catch(() => undefined)))
  }
}
