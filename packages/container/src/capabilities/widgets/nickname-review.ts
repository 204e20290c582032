import type { NicknameReviewAnswer } from '@sampan/protocol'
import * as z from 'zod/mini'
import type { WidgetFactory } from './widget'

const parametersSchema = z.object({ value: z.string().check(z.maxLength(1_000)) })

/** Reviewing nicknames is a service of the platform. Without one this stand-in lets every name pass, and says so. */
export const reviewNickname: WidgetFactory = (context, params) => {
  parametersSchema.parse(params)
  context.host.log('info', context.host.text('nickname not reviewed'))
  context.answer({ pass: true } satisfies NicknameReviewAnswer)
  return { close() {} }
}
