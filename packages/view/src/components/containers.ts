import { AudioElement } from './audio/audio'
import { CanvasElement } from './canvas/canvas'
import { ImageElement } from './image/image'
import { MapElement } from './map/map'
import { MovableAreaElement } from './movable/movable-area'
import { MovableViewElement } from './movable/movable-view'
import { RichTextElement } from './rich-text/rich-text'
import { ScrollViewElement } from './scroll-view/scroll-view'
import { SwiperElement } from './swiper/swiper'
import { SwiperItemElement } from './swiper/swiper-item'
import { VideoElement } from './video/video'

const components = [
  AudioElement,
  CanvasElement,
  ImageElement,
  MapElement,
  MovableAreaElement,
  MovableViewElement,
  RichTextElement,
  ScrollViewElement,
  SwiperElement,
  SwiperItemElement,
  VideoElement,
]

/** Defines the built-in components that hold, move or show content; the form components register themselves. */
export function registerContainerComponents(): void {
  for (const component of components) component.define()
}
