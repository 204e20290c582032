import { CanvasElement } from './canvas/canvas'
import { ImageElement } from './image/image'
import { RichTextElement } from './rich-text/rich-text'
import { ScrollViewElement } from './scroll-view/scroll-view'
import { SwiperElement } from './swiper/swiper'
import { SwiperItemElement } from './swiper/swiper-item'

const components = [
  CanvasElement,
  ImageElement,
  RichTextElement,
  ScrollViewElement,
  SwiperElement,
  SwiperItemElement,
]

/** Defines the built-in components that hold, move or show content; the form components register themselves. */
export function registerContainerComponents(): void {
  for (const component of components) component.define()
}
