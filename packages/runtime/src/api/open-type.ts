import type { OpenTapDetail } from '@sampan/protocol'
import { type ApiContext, failureOf } from './api-context'
import { privacyOf } from './open-ability/privacy'

/** An event that the button fires because of its `open-type`. */
export interface OpenTypeEvent {
  name: string
  detail: Record<string, unknown>
}

type Attributes = OpenTapDetail['attributes']
type Handler = (context: ApiContext, attributes: Attributes) => Promise<OpenTypeEvent | undefined>

/**
 * What a tap on `<button open-type="…">` does. Answers the events that the button then fires, in order. `share` is not
 * here: it is `onShareAppMessage`'s affair. Types that are not known do nothing, as in the base library.
 */
export async function handleOpenType(
  context: ApiContext,
  openType: string,
  attributes: Attributes,
): Promise<OpenTypeEvent[]> {
  const types = openType.split('|').map((type) => type.trim())
  // Consent comes first: the other type may need it.
  types.sort((a, b) => Number(b === 'agreePrivacyAuthorization') - Number(a === 'agreePrivacyAuthorization'))
  const events: OpenTypeEvent[] = []
  for (const type of types) {
    const handler = HANDLERS.get(type)
    const event = await handler?.(context, attributes)
    if (event) events.push(event)
  }
  return events
}

const HANDLERS = new Map<string, Handler>([
  [
    'agreePrivacyAuthorization',
    async (context) => {
      privacyOf(context).agree()
      return { name: 'agreeprivacyauthorization', detail: { errMsg: 'agreePrivacyAuthorization:ok' } }
    },
  ],
  ['getPhoneNumber', (context) => phoneNumberEvent(context, 'getPhoneNumber')],
  ['getRealtimePhoneNumber', (context) => phoneNumberEvent(context, 'getRealtimePhoneNumber')],
  [
    'getUserInfo',
    async (context) => ({
      name: 'getuserinfo',
      detail: await outcomeOf('getUserInfo', () => context.call('getUserInfo', { withCredentials: true })),
    }),
  ],
  [
    'chooseAvatar',
    async (context) => {
      const detail = await outcomeOf('chooseAvatar', async () => {
        await privacyOf(context).require('button.chooseAvatar')
        return context.call('chooseAvatar')
      })
      // The base library fires nothing when the user leaves the sheet.
      return typeof detail.avatarUrl === 'string' || /privacy/.test(String(detail.errMsg))
        ? { name: 'chooseavatar', detail }
        : undefined
    },
  ],
  [
    'contact',
    async (context, attributes) => ({
      name: 'contact',
      detail: await outcomeOf('enterContact', () =>
        context.call('openCustomerService', {
          sessionFrom: attributes.sessionFrom,
          title: attributes.sendMessageTitle,
          path: attributes.sendMessagePath,
          showMessageCard: attributes.showMessageCard,
        }),
      ),
    }),
  ],
  [
    'feedback',
    async (context) => {
      await outcomeOf('feedback', () => context.call('openFeedback'))
      return undefined
    },
  ],
  [
    'openSetting',
    async (context) => ({
      name: 'opensetting',
      detail: await outcomeOf('openSetting', () => context.call('openSetting', { withSubscriptions: true })),
    }),
  ],
  ['launchApp', async () => ({ name: 'error', detail: { errMsg: 'launchApp:fail invalid scene' } })],
  [
    'liveActivity',
    async () => ({ name: 'createliveactivity', detail: { errMsg: 'createLiveActivity:fail not supported' } }),
  ],
])

async function phoneNumberEvent(
  context: ApiContext,
  type: 'getPhoneNumber' | 'getRealtimePhoneNumber',
): Promise<OpenTypeEvent> {
  const detail = await outcomeOf(type, async () => {
    await privacyOf(context).require(`button.${type}`)
    return context.call('requestPhoneNumber', { realtime: type === 'getRealtimePhoneNumber' })
  })
  return { name: type.toLowerCase(), detail }
}

/** Result or failure with its `errMsg`, never a rejection. */
async function outcomeOf(name: string, run: () => Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    return { ...((await run()) as object | undefined), errMsg: `${name}:ok` }
  } catch (error) {
    return failureOf(name, error)
  }
}
