import type { PickerAnswer, PickerParameters } from '@sampan/protocol'
import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import { createDateModel } from '../../interface/picker/date-model'
import { type ListModel, createListModel } from '../../interface/picker/list-model'
import type { PickerModel } from '../../interface/picker/picker-model'
import { PickerSheet } from '../../interface/picker/picker-sheet'
import { createRegionModel } from '../../interface/picker/region-model'
import { createTimeModel } from '../../interface/picker/time-model'
import type { CapabilityHost } from '../capability'
import type { WidgetFactory } from './widget'

const text = v.pipe(v.string(), v.maxLength(2_000))
const columns = v.pipe(v.array(v.pipe(v.array(text), v.maxLength(20_000))), v.maxLength(20))
const header = { headerText: text }
/** `mode` first: with `abortEarly` it decides which of them reads the rest. */
const parametersSchema = v.union([
  v.object({
    mode: v.picklist(['selector', 'multiSelector']),
    ...header,
    columns,
    indexes: v.array(finiteNumber),
  }),
  v.object({ mode: v.picklist(['time']), ...header, value: text, start: text, end: text }),
  v.object({
    mode: v.picklist(['date']),
    ...header,
    value: text,
    start: text,
    end: text,
    fields: v.picklist(['year', 'month', 'day']),
  }),
  v.object({
    mode: v.picklist(['region']),
    ...header,
    value: v.pipe(v.array(text), v.maxLength(10)),
    customItem: text,
    level: v.picklist(['province', 'city', 'region', 'sub-district']),
  }),
])

/** The sheet of `<picker>`, in all modes. */
const openPicker: WidgetFactory = (context, params) => {
  const parameters: PickerParameters = v.parse(parametersSchema, params, { abortEarly: true })
  const { host } = context
  let closeSheet: ((answer: PickerAnswer) => void) | undefined
  let sheet: PickerSheet | undefined
  let model: PickerModel | undefined
  let isClosed = false

  async function open(): Promise<void> {
    model = await createModel(parameters, host)
    if (isClosed) return
    const answer = await host.overlay.show<PickerAnswer>((close) => {
      closeSheet = close
      sheet = new PickerSheet()
      sheet.content = {
        title: parameters.headerText,
        cancelText: host.text('cancel'),
        confirmText: host.text('confirm'),
        model: model!,
      }
      sheet.onResult = close
      sheet.onChange = (column, value) => {
        if (parameters.mode === 'multiSelector') context.event('columnchange', { column, value })
      }
      return sheet
    })
    if (!isClosed) context.answer(answer)
  }

  open().catch((error: unknown) => context.fail(error instanceof Error ? error.message : String(error)))

  return {
    update(changed) {
      const next = v.safeParse(parametersSchema, changed, { abortEarly: true })
      if (!next.success || !sheet || !('columns' in next.output)) return
      ;(model as ListModel).replace(next.output.columns, next.output.indexes)
      sheet.requestUpdate()
    },
    close() {
      isClosed = true
      closeSheet?.({ confirmed: false })
    },
  }
}

async function createModel(parameters: PickerParameters, host: CapabilityHost): Promise<PickerModel> {
  const now = new Date()
  switch (parameters.mode) {
    case 'selector':
    case 'multiSelector':
      return createListModel(parameters.columns, parameters.indexes, host.text)
    case 'time':
      return createTimeModel({ ...parameters, now }, host.text)
    case 'date':
      return createDateModel({ ...parameters, now, language: host.settings.language }, host.text)
    case 'region': {
      const { regionData } = await host.loadPart(
        'region-data',
        () => import('../../interface/picker/region-data'),
      )
      return createRegionModel(regionData, parameters, host.text)
    }
  }
}

export { openPicker as open }
export { pickerTexts as texts } from '../../interface/picker/texts'
