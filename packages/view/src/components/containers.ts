import { AudioElement } from './audio/audio'
import { CanvasElement } from './canvas/canvas'
import { DraggableSheetElement } from './draggable-sheet/draggable-sheet'
import { GridViewElement } from './grid-view/grid-view'
import { ImageElement } from './image/image'
import { absentServiceElements } from './live/absent-service'
import { CameraElement } from './live/camera'
import { LivePlayerElement } from './live/live-player'
import { LivePusherElement } from './live/live-pusher'
import { MapElement } from './map/map'
import { MovableAreaElement } from './movable/movable-area'
import { MovableViewElement } from './movable/movable-view'
import { RichTextElement } from './rich-text/rich-text'
import { ScrollViewElement } from './scroll-view/scroll-view'
import { SelectionElement } from './selection/selection'
import { StickyHeaderElement } from './sticky/sticky-header'
import { StickySectionElement } from './sticky/sticky-section'
import { SwiperElement } from './swiper/swiper'
import { SwiperItemElement } from './swiper/swiper-item'
import { VideoElement } from './video/video'
import { WebViewElement } from './web-view/web-view'
import { ListViewElement } from './wrappers/list-view'
import { OpenContainerElement } from './wrappers/open-container'
import { SnapshotElement } from './wrappers/snapshot'
import { wrapperElements } from './wrappers/wrappers'

const components = [
  AudioElement,
  CanvasElement,
  DraggableSheetElement,
  GridViewElement,
  ImageElement,
  absentServiceElements,
  CameraElement,
  LivePlayerElement,
  LivePusherElement,
  MapElement,
  MovableAreaElement,
  MovableViewElement,
  RichTextElement,
  ScrollViewElement,
  SelectionElement,
  StickyHeaderElement,
  StickySectionElement,
  SwiperElement,
  SwiperItemElement,
  VideoElement,
  WebViewElement,
  ListViewElement,
  OpenContainerElement,
  SnapshotElement,
  wrapperElements,
]

/** Defines the built-in components that hold, move or show content; the form components register themselves. */
export function registerContainerComponents(): void {
  for (const component of components) component.define()
}
