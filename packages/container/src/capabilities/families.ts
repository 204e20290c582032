import type { TextTable } from '../interface/texts'
import type { Capability, CapabilityHost } from './capability'
import { usesFileSystem } from './file-system/uses-file-system'

/** A family of capabilities that is fetched at the first call of one of its names. */
export interface Family {
  /** The names of its methods. */
  apis: readonly string[]
  load(): Promise<FamilyModule>
  /** It has something to prepare before a package with this code runs. */
  isNeededBy?(serviceScript: string): boolean
  /** Many programs need it soon: it is fetched once there is nothing else to do. */
  isLikely?: boolean
}

/** What a family's `index.ts` exports. */
export interface FamilyModule {
  create(host: CapabilityHost): Capability
  texts?: TextTable
}

/** By the name of their folders. Families that every launch needs are in `index.ts` and `interface.ts`. */
export const families: Readonly<Record<string, Family>> = {
  account: {
    apis: ['login', 'checkSession', 'getUserInfo', 'getUserProfile'],
    load: () => import('./account'),
  },
  'address-book': {
    apis: ['chooseAddress', 'chooseInvoiceTitle', 'chooseLicensePlate'],
    load: () => import('./address-book'),
  },
  audio: {
    apis: [
      'setAudio',
      'operateAudio',
      'seekAudio',
      'closeAudio',
      'setBackgroundAudioInfo',
      'startRecorder',
      'operateRecorder',
    ],
    load: () => import('./audio'),
  },
  'customer-service': {
    apis: ['openCustomerService', 'openCustomerServiceChat', 'openFeedback'],
    load: () => import('./customer-service'),
  },
  device: {
    apis: [
      'setScreenBrightness',
      'getScreenBrightness',
      'setKeepScreenOn',
      'vibrateShort',
      'vibrateLong',
      'makePhoneCall',
      'sendSms',
      'addPhoneContact',
      'addPhoneCalendar',
      'addPhoneRepeatCalendar',
      'startSensor',
      'stopSensor',
    ],
    load: () => import('./device'),
  },
  dialogs: {
    apis: ['showModal', 'showActionSheet'],
    load: () => import('./dialogs'),
    isLikely: true,
  },
  'file-system': {
    apis: [
      'fileSystemLoad',
      'fileSystemFetch',
      'fileSystemCommit',
      'addTemporaryFile',
      'fileSystemDecompress',
      'openDocument',
      'saveFileToDisk',
    ],
    load: () => import('./file-system'),
    isNeededBy: usesFileSystem,
  },
  location: {
    apis: [
      'getLocation',
      'getFuzzyLocation',
      'startLocationUpdate',
      'startLocationUpdateBackground',
      'stopLocationUpdate',
      'chooseLocation',
      'choosePoi',
      'openLocation',
    ],
    load: () => import('./location'),
  },
  media: {
    apis: [
      'chooseImage',
      'chooseMedia',
      'chooseVideo',
      'chooseMessageFile',
      'chooseAvatar',
      'previewImage',
      'previewMedia',
      'saveImageToPhotosAlbum',
      'saveVideoToPhotosAlbum',
      'getImageInfo',
      'compressImage',
      'cropImage',
      'editImage',
      'getVideoInfo',
      'loadImage',
    ],
    load: () => import('./media'),
  },
  'other-programs': {
    apis: ['navigateToMiniProgram', 'openEmbeddedMiniProgram', 'navigateBackMiniProgram'],
    load: () => import('./other-programs'),
  },
  payment: { apis: ['requestPayment'], load: () => import('./payment') },
  'phone-number': { apis: ['requestPhoneNumber'], load: () => import('./phone-number') },
  privacy: {
    apis: ['getPrivacySetting', 'askPrivacy', 'agreePrivacy', 'openPrivacyContract'],
    load: () => import('./privacy'),
  },
  'scan-code': { apis: ['scanCode'], load: () => import('./scan-code') },
  setting: { apis: ['authorize', 'getSetting', 'openSetting'], load: () => import('./setting') },
  'share-image': { apis: ['showShareImageMenu'], load: () => import('./share-image') },
  sockets: {
    apis: ['connectSocket', 'sendSocketMessage', 'closeSocket'],
    load: () => import('./sockets'),
  },
  'subscribe-message': {
    apis: ['requestSubscribeMessage'],
    load: () => import('./subscribe-message'),
  },
  system: {
    apis: [
      'writeLog',
      'report',
      'setEnableDebug',
      'setBackgroundFetchToken',
      'getBackgroundFetchToken',
      'checkForUpdate',
    ],
    load: () => import('./system'),
  },
  'value-encryption': {
    apis: ['encryptStorage', 'decryptStorage'],
    load: () => import('./value-encryption'),
  },
  'worker-script': { apis: ['loadWorkerScript'], load: () => import('./worker-script') },
}
