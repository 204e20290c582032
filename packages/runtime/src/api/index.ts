import type { ApiContext, ApiTable } from './api-context'
import { createAudioApis } from './audio/audio'
import { createBackgroundAudioApis } from './audio/background-audio'
import { createRecorderApis } from './audio/recorder'
import { createCanIUse } from './can-i-use'
import { createClipboardApis } from './clipboard'
import { createFileSystemApis } from './file-system/file-system'
import { createAnimation } from './interface/animation'
import { createBarApis } from './interface/bars'
import { createFontFaceApis } from './interface/font-face'
import { createInteractionApis } from './interface/interactions'
import { createNavigationApis } from './interface/navigation'
import { createIntersectionObserver, createMediaQueryObserver } from './interface/observers'
import { createOtherProgramApis } from './interface/other-programs'
import { createPageViewApis } from './interface/page-view'
import { createSelectorQuery } from './interface/selector-query'
import { createCanvasApis } from './canvas/canvas'
import { createComponentContextApis } from './media/component-contexts'
import { createLocationApis } from './location'
import { createMediaApis } from './media/media'
import { createNodeObjectMaker } from './node-objects'
import { createAccountApis } from './open-ability/account'
import { createCloudApis } from './cloud/cloud'
import { createAdvertisementApis } from './open-ability/advertisement'
import { createCustomerServiceApis } from './open-ability/customer-service'
import { createUnavailableApis } from './open-ability/unavailable'
import { createPrivacyApis } from './open-ability/privacy'
import { createMissingHardwareApis } from './device/missing-hardware'
import { createMotionApis } from './device/motion'
import { createPhoneApis } from './device/phone'
import { createNetworkApis } from './network'
import { createRouter, createWorklet } from './interface/worklet'
import { createStorageApis } from './storage'
import { createBackgroundFetchApis } from './system/background-fetch'
import { createEncodingApis } from './system/encoding'
import { createLaunchApis } from './system/launch'
import { createLoggingApis } from './system/logging'
import { createPerformanceApis } from './system/performance'
import { createSystemInfoApis } from './system/system-info'
import { createTimingApis } from './system/timing'
import { createWorkerApis } from './worker/worker'
import { createUnsupportedApis } from './unsupported-apis'

/** One entry a family. A name that two families give is a mistake; `createWx` throws. */
const FAMILIES: readonly ((context: ApiContext) => ApiTable)[] = [
  createStorageApis,
  createSystemInfoApis,
  createLaunchApis,
  createLoggingApis,
  createPerformanceApis,
  createBackgroundFetchApis,
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
  createMotionApis,
  createMissingHardwareApis,
  createFileSystemApis,
  createMediaApis,
  createWorkerApis,
  createAudioApis,
  createBackgroundAudioApis,
  createRecorderApis,
  createLocationApis,
  createCanvasApis,
  createComponentContextApis,
  createAccountApis,
  createPrivacyApis,
  createCloudApis,
  createAdvertisementApis,
  createCustomerServiceApis,
  createUnavailableApis,
]

/** The program's `wx`. Every documented name is there; names that nobody documents stay undefined. */
export function createWx(context: ApiContext): ApiTable {
  const implemented: ApiTable = {}
  for (const createApis of FAMILIES) {
    for (const [name, value] of Object.entries(createApis(context))) {
      if (Object.hasOwn(implemented, name)) throw new Error(`two families implement wx.${name}`)
      implemented[name] = value
    }
  }
  implemented.env = { USER_DATA_PATH: 'wxfile://usr' }
  implemented.canIUse = createCanIUse((api) => Object.hasOwn(implemented, api))
  return { ...createUnsupportedApis(context, implemented), ...implemented }
}

function createNodeApis(context: ApiContext): ApiTable {
  return {
    createAnimation,
    worklet: createWorklet(context),
    router: createRouter(context),
    createSelectorQuery: () =>
      createSelectorQuery({ context, makeNodeObject: createNodeObjectMaker(context) }),
    createIntersectionObserver: (component: unknown, options?: unknown) =>
      createIntersectionObserver(context, component, options),
    createMediaQueryObserver: (component?: unknown) => createMediaQueryObserver(context, component),
  }
}
