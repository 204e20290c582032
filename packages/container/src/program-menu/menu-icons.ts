import { svg } from 'lit'
import { icon } from '../interface/icons'

export const shareIcon = icon(
  26,
  svg`<path d="M13.5 5.5 20 11l-6.5 5.5v-3.3C8.5 13 5.8 15 4 18c.4-4.7 3.3-8.6 9.5-9.2z"/>`,
)
export const linkIcon = icon(
  26,
  svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2"/>`,
)
export const reloadIcon = icon(26, svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4"/>`)
export const settingsIcon = icon(
  26,
  svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
)
export const aboutIcon = icon(26, svg`<circle cx="12" cy="12" r="8.6"/><path d="M12 11v5.5M12 7.6v.1"/>`)
