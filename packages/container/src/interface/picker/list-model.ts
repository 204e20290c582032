import type { Text } from '../texts'
import { type PickerModel, clampIndex } from './picker-model'

/** `selector` and `multiSelector`: the program's own columns, which it may replace while the sheet is open. */
export interface ListModel extends PickerModel {
  replace(columns: readonly (readonly string[])[], indexes: readonly number[]): void
}

export function createListModel(
  given: readonly (readonly string[])[],
  chosen: readonly number[],
  text: Text,
): ListModel {
  let columns = given
  let indexes = fit(chosen)

  function fit(wanted: readonly number[]): number[] {
    return columns.map((column, index) => clampIndex(wanted[index] ?? 0, column.length))
  }

  return {
    columns: () => columns,
    indexes: () => indexes,
    labels: () => columns.map((_, index) => text('picker.column', { number: index + 1 })),
    choose(column, index) {
      indexes = indexes.with(column, clampIndex(index, columns[column]?.length ?? 0))
    },
    replace(next, wanted) {
      columns = next
      indexes = fit(wanted)
    },
    answer: () => ({ confirmed: true, indexes: [...indexes] }),
  }
}
