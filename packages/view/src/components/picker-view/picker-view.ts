import type { PropertyValue } from '../../built-in-element'
import { ReflectingElement } from '../reflecting-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { EditSequence } from '../text-field/edit-sequence'
import type { ColumnHost, PickerViewColumnElement } from './picker-view-column'

export const pickerViewStyles = `
wx-picker-view { display: block; }
wx-picker-view-column { display: block; flex: 1; min-width: 0; position: relative; height: 100%; overflow: hidden; }
.wx-picker-view-indicator {
  height: 34px; border-top: 1px solid var(--wx-line); border-bottom: 1px solid var(--wx-line); box-sizing: border-box;
}
.wx-picker-view-mask {
  background-image:
    linear-gradient(to bottom, rgba(var(--wx-veil), 0.95), rgba(var(--wx-veil), 0.6)),
    linear-gradient(to top, rgba(var(--wx-veil), 0.95), rgba(var(--wx-veil), 0.6));
  background-position: top, bottom; background-repeat: no-repeat;
}
`

const sheet = createSheet(
  '.wrapper { display: flex; position: relative; width: 100%; height: 100%; overflow: hidden; }',
)
const markup = createMarkup('<div class="wrapper"><slot></slot></div>')

/** Wheels in the page. Holds one index per column; the columns draw and move. */
export class PickerViewElement extends ReflectingElement implements ColumnHost {
  private readonly edits = new EditSequence()
  /** May name items that are still to come. */
  private indexes: number[] = []
  private movingColumns = 0

  constructor() {
    super()
    attachShadow(this, sheet, markup)
  }

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(name, value)
    if (name === 'value' && this.edits.accepts(this.port)) {
      this.indexes = Array.isArray(value) ? value.map(toIndex) : []
      this.schedule()
    }
  }

  protected override update(): void {
    for (const [position, column] of this.columns().entries()) {
      column.decorate(this.properties)
      column.showIndex(this.indexes[position] ?? 0)
    }
  }

  /** @internal A column came or its items changed. */
  columnChanged(): void {
    this.schedule()
  }

  /** @internal */
  columnStarts(): void {
    if (this.movingColumns++ === 0) this.emit('pickstart', {})
  }

  /** @internal The column rests again. */
  columnEnds(column: PickerViewColumnElement, index: number): void {
    this.movingColumns = Math.max(0, this.movingColumns - 1)
    this.choose(column, index)
    if (this.movingColumns === 0) this.emit('pickend', {})
  }

  /** @internal The finger is gone; the column runs on to this item. */
  columnReleased(column: PickerViewColumnElement, index: number): void {
    if (this.flag('immediate-change')) this.choose(column, index)
  }

  private choose(column: PickerViewColumnElement, index: number): void {
    const columns = this.columns()
    const position = columns.indexOf(column)
    const value = columns.map((other, i) =>
      i === position ? index : other.boundedIndex(this.indexes[i] ?? 0),
    )
    const isNews = index !== (this.indexes[position] ?? 0)
    this.indexes = value
    if (!isNews) return
    this.edits.record(this.port, () => {
      this.model('value', value)
      this.emit('change', { value })
    })
  }

  private columns(): PickerViewColumnElement[] {
    return [...this.querySelectorAll<PickerViewColumnElement>('wx-picker-view-column')].filter(
      (column) => column.closest('wx-picker-view') === this,
    )
  }
}

function toIndex(value: unknown): number {
  const index = Number.parseInt(String(value), 10)
  return Number.isInteger(index) && index >= 0 ? index : 0
}
