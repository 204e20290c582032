import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { followPinch } from '../dragging/follow-pinch'
import { MovableViewElement } from './movable-view'

const markup = createMarkup('<slot></slot>')
const sheet = createSheet(`
:host { display: block; position: relative; width: 10px; height: 10px; }
:host([hidden]) { display: none; }
:host([sp-scales]) { touch-action: none; }
`)

export class MovableAreaElement extends ScheduledElement {
  static define(): void {
    customElements.define('wx-movable-area', MovableAreaElement)
  }

  constructor() {
    super()
    attachShadow(this, sheet, markup)
    let view: MovableViewElement | undefined
    // With `scale-area` two fingers anywhere in the area scale the view.
    followPinch(this, {
      enabled: () => this.flag('scale-area'),
      begin: (center) => {
        view = this.scalableView()
        view?.beginScale(center)
      },
      move: (factor, center) => view?.scaleBy(factor, center),
      end: () => view?.endScale(),
    })
  }

  private scalableView(): MovableViewElement | undefined {
    const views = [...this.querySelectorAll('wx-movable-view')]
    return views.find((each): each is MovableViewElement => each instanceof MovableViewElement && each.scales)
  }

  protected update(): void {
    this.toggleAttribute('sp-scales', this.flag('scale-area'))
  }
}
