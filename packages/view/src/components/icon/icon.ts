import { toCssLength } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { iconDrawings } from './icon-drawings'

export const iconStyles = `
wx-icon { display: inline-block; line-height: 1; vertical-align: middle; font-size: 0; }
`

const sheet = createSheet(
  'svg { display: block; width: 23px; height: 23px; fill: currentColor; fill-rule: evenodd; }',
)
const markup = createMarkup('<svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg>')

export class IconElement extends ReflectingElement {
  protected static override readonly role = 'img'
  private readonly drawing: SVGSVGElement
  private readonly path: SVGPathElement

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.drawing = root.querySelector('svg')!
    this.path = root.querySelector('path')!
  }

  protected override update(): void {
    const type = this.textOf('type')
    const drawing = Object.hasOwn(iconDrawings, type) ? iconDrawings[type] : undefined
    this.path.setAttribute('d', drawing?.path ?? '')
    const size = toCssLength(this.properties.size ?? 23)
    this.drawing.style.width = this.drawing.style.height = size
    this.drawing.style.color = this.textOf('color') || (drawing?.colour ?? '')
  }
}
