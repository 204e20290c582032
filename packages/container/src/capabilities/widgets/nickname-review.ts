import type { NicknameReviewAnswer } from '@sampan/protocol'
import * as v from 'valibot'
import type { WidgetFactory } from './widget'

const parametersSchema = v.object({ value: v.pipe(v.string(), v.maxLength(1_000)) })

/** Reviewing nicknames is a service of the platform. Without one this stand-in lets every name pass, and says so. */
const reviewNickname: WidgetFactory = (context, params) => {
  v.parse(parametersSchema, params)
  context.host.log('info', context.host.text('nickname not reviewed'))
  context.answer({ pass: true } satisfies NicknameReviewAnswer)
  return { close() {} }
}

export { reviewNickname as open }
export { widgetTexts as texts } from './texts'
