import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { xrSceneText } from './xr-scene-texts'

export const xrSceneStyles = `
wx-xr-scene { display: block; width: 100%; height: 100%; min-height: 120px; }
`
const sheet = createSheet(`
p { box-sizing: border-box; display: flex; align-items: center; justify-content: center; height: 100%;
  min-height: inherit; margin: 0; padding: 16px; background: #ededed; color: #595959; font: 14px/1.5 sans-serif;
  text-align: center; }
`)
const markup = createMarkup('<p role="note"></p>')

/** The root of what xr-frame draws, which nothing here does: an empty box that says so, never `ready`. */
export class XrSceneElement extends ReflectingElement {
  constructor() {
    super()
    attachShadow(this, sheet, markup).querySelector('p')!.textContent = xrSceneText()
  }
}
