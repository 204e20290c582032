import { SwiperItemElement } from './swiper-item'
import { slidePosition, type SlideTrack } from './slide-geometry'

interface Slide {
  child: Element
  frame: HTMLElement
  /** Where `frame` stands, in slides. */
  position: number
}

/**
 * The slides of a swiper, each in a frame of its own: the frame gets the place, so that the slide's own style stays the
 * program's. A slide may sit inside the host of a custom component.
 */
export function createSlideFrames(track: HTMLElement) {
  let slides: Slide[] = []

  function createSlide(child: Element): Slide {
    const frame = document.createElement('div')
    frame.className = 'slide'
    const slot = document.createElement('slot')
    frame.append(slot)
    slot.assign(child)
    return { child, frame, position: Number.NaN }
  }

  return {
    get count(): number {
      return slides.length
    },
    /** True if slides came or went. */
    collect(children: Element[]): boolean {
      if (children.length === slides.length && children.every((child, i) => slides[i]?.child === child))
        return false
      const known = new Map(slides.map((slide) => [slide.child, slide]))
      slides = children.map((child) => known.get(child) ?? createSlide(child))
      const frames = new Set<Element>(slides.map(({ frame }) => frame))
      for (const frame of [...track.children]) if (!frames.has(frame)) frame.remove()
      for (const { frame } of slides) if (!frame.parentNode) track.append(frame)
      return true
    },
    /** Their places must be written again, because the direction has changed. */
    forgetPlaces(): void {
      for (const slide of slides) slide.position = Number.NaN
    },
    place(slideTrack: SlideTrack, position: number, axis: 'X' | 'Y'): void {
      slides.forEach((slide, index) => {
        const at = slidePosition(slideTrack, index, position)
        if (at === slide.position) return
        slide.position = at
        slide.frame.style.transform = at === 0 ? '' : `translate${axis}(${at * 100}%)`
      })
    },
    itemIdAt: (index: number): string => itemIdOf(slides[index]?.child),
    indexOfItem(id: string): number | undefined {
      const index = slides.findIndex(({ child }) => itemIdOf(child) === id)
      return index < 0 ? undefined : index
    },
  }
}

function itemIdOf(child: Element | undefined): string {
  if (!child) return ''
  const item = child instanceof SwiperItemElement ? child : child.querySelector('wx-swiper-item')
  return item instanceof SwiperItemElement ? String(item.properties['item-id'] ?? '') : ''
}
