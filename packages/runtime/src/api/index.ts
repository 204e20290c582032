import type { ApiContext, ApiTable } from './api-context'
import { latePart } from './late-parts'
import { createLostApis } from './lost-apis'
import { createClipboardApis } from './clipboard'
import { createAnimation } from './interface/animation'
import { createBarApis } from './interface/bars'
import { createFontFaceApis } from './interface/font-face'
import { createInteractionApis } from './interface/interactions'
import { createNavigationApis } from './interface/navigation'
import { createIntersectionObserver, createMediaQueryObserver } from './interface/observers'
import { createOtherProgramApis } from './interface/other-programs'
import { createPageViewApis } from './interface/page-view'
import { createSelectorQuery } from './interface/selector-query'
import { createLocationApis } from './location'
import { createMediaApis } from './media/media'
import { createNodeObjectMaker } from './node-objects'
import { createAccountApis } from './open-ability/account'
import { createAdvertisementApis } from './open-ability/advertisement'
import { createCustomerServiceApis } from './open-ability/customer-service'
import { createUnavailableApis } from './open-ability/unavailable'
import { createPrivacyApis } from './open-ability/privacy'
import { createPhoneApis } from './device/phone'
import { createNetworkApis } from './network'
import { createStorageApis } from './storage'
import { createEncodingApis } from './system/encoding'
import { createLaunchApis } from './system/launch'
import { createLoggingApis } from './system/logging'
import { createSystemInfoApis } from './system/system-info'
import { createTimingApis } from './system/timing'

/** One entry a family. A name that two families give is a mistake; `createWx` throws. */
const FAMILIES: readonly ((context: ApiContext) => ApiTable)[] = [
  createStorageApis,
  createSystemInfoApis,
  createLaunchApis,
  createLoggingApis,
  createEncodingApis,
  createTimingApis,
  createClipboardApis,
  createInteractionApis,
  createNavigationApis,
  createBarApis,
  createPageViewApis,
  createFontFaceApis,
  createOtherProgramApis,
  createNodeApis,
  createNetworkApis,
  createPhoneApis,
  createMediaApis,
  createLocationApis,
  createAccountApis,
  createPrivacyApis,
  createAdvertisementApis,
  createCustomerServiceApis,
  createUnavailableApis,
]

/** The catalogue answers for what the others do not have. */
const PARTS_WITH_APIS = ['files', 'canvas', 'players', 'sockets', 'cloud', 'rare', 'catalogue'] as const

/**
 * The program's `wx`. Every documented name is there that the program's code can reach; names that nobody documents
 * stay undefined.
 */
export function createWx(context: ApiContext): ApiTable {
  const wx: ApiTable = { env: { USER_DATA_PATH: 'wxfile://usr' } }
  for (const createApis of FAMILIES) add(createApis(context))
  for (const name of PARTS_WITH_APIS)
    add(latePart(name)?.createApis(context, wx) ?? createLostApis(context, name))
  return wx

  function add(apis: ApiTable): void {
    for (const [name, value] of Object.entries(apis)) {
      if (Object.hasOwn(wx, name)) throw new Error(`two families implement wx.${name}`)
      wx[name] = value
    }
  }
}

function createNodeApis(context: ApiContext): ApiTable {
  return {
    createAnimation,
    createSelectorQuery: () =>
      createSelectorQuery({ context, makeNodeObject: createNodeObjectMaker(context) }),
    createIntersectionObserver: (component: unknown, options?: unknown) =>
      createIntersectionObserver(context, component, options),
    createMediaQueryObserver: (component?: unknown) => createMediaQueryObserver(context, component),
  }
}
