import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { paddingOf } from '../wrappers/list-view'
import { fillColumns } from './fill-columns'

const markup = createMarkup('<div class="grid"></div>')
const sheet = createSheet(`
:host { display: block; }
:host([hidden]) { display: none; }
.grid { box-sizing: border-box; width: 100%; }
.aligned { display: grid; align-items: start; }
.masonry { display: flex; align-items: flex-start; }
.column { display: flex; flex: 1 1 0; flex-direction: column; min-width: 0; }
`)

/** `aligned`: rows of equal columns. `masonry`: each child goes to the column that is shortest so far. */
export class GridViewElement extends ScheduledElement {
  private readonly grid: HTMLElement
  private readonly sizes = new ResizeObserver(() => this.schedule())
  private slots: HTMLSlotElement[] = []

  static define(): void {
    customElements.define('wx-grid-view', GridViewElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup, { slotAssignment: 'manual' })
    this.grid = root.querySelector<HTMLElement>('.grid')!
    new MutationObserver(() => this.schedule()).observe(this, { childList: true })
  }

  connectedCallback(): void {
    this.sizes.observe(this)
    this.schedule()
  }

  disconnectedCallback(): void {
    this.sizes.disconnect()
  }

  protected update(): void {
    const { grid } = this
    const crossGap = this.numberOf('cross-axis-gap', 0)
    const mainGap = this.numberOf('main-axis-gap', 0)
    const isMasonry = this.textOf('type', 'aligned') === 'masonry'
    const columns = this.columns(crossGap)
    grid.className = `grid ${isMasonry ? 'masonry' : 'aligned'}`
    grid.style.padding = paddingOf(this.properties.padding)
    grid.style.columnGap = `${crossGap}px`
    grid.style.rowGap = `${mainGap}px`
    if (isMasonry) this.layOutColumns(columns, mainGap)
    else {
      grid.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`
      this.setSlots(1, '')
      this.slots[0]!.assign(...this.children)
    }
  }

  private columns(gap: number): number {
    const widest = this.numberOf('max-cross-axis-extent', 0)
    if (widest > 0 && this.clientWidth > 0)
      return Math.max(1, Math.ceil((this.clientWidth + gap) / (widest + gap)))
    return Math.max(1, Math.floor(this.numberOf('cross-axis-count', 2)))
  }

  private layOutColumns(columns: number, gap: number): void {
    this.setSlots(columns, 'column')
    for (const slot of this.slots) slot.parentElement!.style.rowGap = `${gap}px`
    const children = [...this.children]
    // All columns are equally wide, so a child is as high in one as in another.
    if (children.some((child) => !child.assignedSlot)) this.assign(children.map((_child, i) => i % columns))
    const heights = children.map((child) => child.getBoundingClientRect().height)
    this.assign(fillColumns(heights, columns, gap))
    for (const child of children) this.sizes.observe(child)
  }

  private assign(columnOf: number[]): void {
    const children = [...this.children]
    this.slots.forEach((slot, column) =>
      slot.assign(...children.filter((_child, i) => columnOf[i] === column)),
    )
  }

  private setSlots(count: number, className: string): void {
    if (this.slots.length === count && this.grid.firstElementChild?.className === className) return
    this.slots = Array.from({ length: count }, () => document.createElement('slot'))
    this.grid.replaceChildren(
      ...this.slots.map((slot) => {
        if (className === '') return slot
        const column = document.createElement('div')
        column.className = className
        column.append(slot)
        return column
      }),
    )
  }
}
