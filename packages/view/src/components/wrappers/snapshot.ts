import type { ContextDescription } from '../../built-in-element'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { addPageStyles } from '../styling/sheets'

/** A block whose picture could be taken; a web page cannot draw its own elements into one. */
export class SnapshotElement extends ScheduledElement {
  static define(): void {
    customElements.define('wx-snapshot', SnapshotElement)
    addPageStyles(':where(wx-snapshot) { display: block; }')
  }

  protected update(): void {}

  override describeContext(): ContextDescription {
    return { type: 'snapshot', width: this.offsetWidth, height: this.offsetHeight }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    if (name === 'takeSnapshot') throw new Error('takeSnapshot:fail not supported')
    return super.callMethod(name, args)
  }
}
