import { svg } from 'lit'
import { icon } from '../../interface/icons'

export const closeIcon = icon(24, svg`<path d="M6 6l12 12M18 6 6 18"/>`)
export const locationIcon = icon(
  26,
  svg`<path d="M12 21s6.5-6.1 6.5-11a6.5 6.5 0 1 0-13 0c0 4.9 6.5 11 6.5 11z"/><circle cx="12" cy="10" r="2.3"/>`,
)
