import type { PickerAnswer, PickerMode, PickerParameters } from '@sampan/protocol'

type Properties = Readonly<Record<string, unknown>>

const modes: readonly string[] = [
  'selector',
  'multiSelector',
  'time',
  'date',
  'region',
] satisfies PickerMode[]

export function pickerModeOf(properties: Properties): PickerMode {
  const mode = String(properties.mode ?? 'selector')
  return modes.includes(mode) ? (mode as PickerMode) : 'selector'
}

/** `value` is what the picker holds now, in the form that its mode has. */
export function describePicker(properties: Properties, value: unknown): PickerParameters {
  const headerText = textOf(properties['header-text'])
  const mode = pickerModeOf(properties)
  const start = textOf(properties.start)
  const end = textOf(properties.end)
  switch (mode) {
    case 'selector': {
      const column = labelsOf(properties.range, properties['range-key'])
      return { mode, headerText, columns: [column], indexes: [indexIn(column, value)] }
    }
    case 'multiSelector': {
      const columns = arrayOf(properties.range).map((items) => labelsOf(items, properties['range-key']))
      const indexes = arrayOf(value)
      return { mode, headerText, columns, indexes: columns.map((column, i) => indexIn(column, indexes[i])) }
    }
    case 'time':
      return { mode, headerText, value: textOf(value), start, end }
    case 'date':
      return {
        mode,
        headerText,
        value: textOf(value),
        start,
        end,
        fields: oneOf(properties.fields, dateFields),
      }
    case 'region':
      return {
        mode,
        headerText,
        value: arrayOf(value).map(textOf),
        customItem: textOf(properties['custom-item']),
        level: oneOf(properties.level, regionLevels),
      }
  }
}

const dateFields = ['day', 'month', 'year'] as const
const regionLevels = ['region', 'province', 'city', 'sub-district'] as const

/** `detail` of the `change` event. The chosen index of a `selector` is text, as in WeChat. */
export function changeDetailOf(
  answer: Extract<PickerAnswer, { confirmed: true }>,
  mode: PickerMode,
): { value: unknown } {
  if ('indexes' in answer)
    return { value: mode === 'selector' ? String(answer.indexes[0] ?? 0) : answer.indexes }
  const { confirmed: _confirmed, ...detail } = answer
  return detail
}

/** What a picker without `value`, or one whose form was reset, holds. */
export function emptyValueOf(mode: PickerMode): unknown {
  switch (mode) {
    case 'selector':
      return 0
    case 'multiSelector':
    case 'region':
      return []
    default:
      return ''
  }
}

function labelsOf(items: unknown, key: unknown): string[] {
  return arrayOf(items).map((item) => {
    const isObject = typeof item === 'object' && item !== null
    return textOf(isObject && key !== undefined ? (item as Record<string, unknown>)[String(key)] : item)
  })
}

function indexIn(column: readonly string[], value: unknown): number {
  const index = Number.parseInt(textOf(value), 10)
  return Number.isInteger(index) && index >= 0 && index < column.length ? index : 0
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

function oneOf<T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0]
}
