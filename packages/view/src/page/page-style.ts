import type { PageStyle } from '@sampan/protocol'
import { replaceRpx } from '../built-in-element'

/** Background, root font size and scrolling of the page as a whole. The page's own WXSS on `page` wins over these. */
export function applyPageStyle(style: PageStyle): void {
  const root = document.documentElement
  if (style.backgroundColor !== undefined)
    root.style.setProperty('--wx-window-background', style.backgroundColor)
  if (style.rootFontSize !== undefined) root.style.fontSize = replaceRpx(style.rootFontSize)
  if (style.pageStyle !== undefined) document.body.style.cssText += `;${replaceRpx(style.pageStyle)}`
  if (style.scrollable !== undefined) root.style.overflow = style.scrollable ? '' : 'hidden'
}
