import type { ProgramSummary } from '@sampan/platform-api'
import { h } from '../dom/create-element'

/** Decoration: the name stands beside it. The ground shows its colour until the picture is there. */
export function createProgramIcon({
  iconUrl,
  colour,
}: Pick<ProgramSummary, 'iconUrl' | 'colour'>): HTMLElement {
  const image = h('img', { src: iconUrl, alt: '', className: 'program-icon', draggable: false })
  image.style.backgroundColor = colour
  return image
}
