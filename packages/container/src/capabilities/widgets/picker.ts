import type { PickerAnswer, PickerParameters } from '@sampan/protocol'
import * as z from 'zod/mini'
import { createDateModel } from '../../interface/picker/date-model'
import { type ListModel, createListModel } from '../../interface/picker/list-model'
import type { PickerModel } from '../../interface/picker/picker-model'
import { PickerSheet } from '../../interface/picker/picker-sheet'
import { createRegionModel } from '../../interface/picker/region-model'
import { createTimeModel } from '../../interface/picker/time-model'
import type { CapabilityHost } from '../capability'
import type { WidgetFactory } from './widget'

const text = z.string().check(z.maxLength(2_000))
const columns = z.array(z.array(text).check(z.maxLength(20_000))).check(z.maxLength(20))
const header = { headerText: text }
const parametersSchema = z.discriminatedUnion('mode', [
  z.object({ ...header, mode: z.literal('selector'), columns, indexes: z.array(z.number()) }),
  z.object({ ...header, mode: z.literal('multiSelector'), columns, indexes: z.array(z.number()) }),
  z.object({ ...header, mode: z.literal('time'), value: text, start: text, end: text }),
  z.object({
    ...header,
    mode: z.literal('date'),
    value: text,
    start: text,
    end: text,
    fields: z.enum(['year', 'month', 'day']),
  }),
  z.object({
    ...header,
    mode: z.literal('region'),
    value: z.array(text).check(z.maxLength(10)),
    customItem: text,
    level: z.enum(['province', 'city', 'region', 'sub-district']),
  }),
])

/** The sheet of `<picker>`, in all modes. */
export const openPicker: WidgetFactory = (context, params) => {
  const parameters: PickerParameters = parametersSchema.parse(params)
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
      const next = parametersSchema.safeParse(changed)
      if (!next.success || !sheet || !('columns' in next.data)) return
      ;(model as ListModel).replace(next.data.columns, next.data.indexes)
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
      const { regionData } = await import('../../interface/picker/region-data')
      return createRegionModel(regionData, parameters, host.text)
    }
  }
}
