import { BuiltInElement } from '../../built-in-element'
import { addPageStyles } from '../styling/sheets'

/** A slide. The swiper gives it its place; `item-id` is read by the swiper. */
export class SwiperItemElement extends BuiltInElement {
  static define(): void {
    customElements.define('wx-swiper-item', SwiperItemElement)
    addPageStyles(':where(wx-swiper-item) { display: block; width: 100%; height: 100%; overflow: hidden; }')
  }

  protected override propertyChanged(): void {}
}
