import type { BundleManifest } from './bundle'
import type { LatePart } from './late-parts'
import type { PageStyle } from './view-messages'

/**
 * Messages on the port between the container (host page) and the logic worker. The container trusts nothing that
 * arrives: `parseFromWorker` in the container checks shape, ids and sizes before anything acts on it.
 */

export type RouteType = 'appLaunch' | 'navigateTo' | 'navigateBack' | 'redirectTo' | 'switchTab' | 'reLaunch'

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo?: { appId?: string; extraData?: unknown }
  shareTicket?: string
  apiCategory?: string
}

export type ToWorker =
  | {
      type: 'launch'
      manifest: BundleManifest
      /** URL of the bundle folder, with a slash at the end. */
      baseUrl: string
      options: LaunchOptions
      /** Everything that synchronous APIs answer from. Values as `wx` documents them. */
      environment: Environment
      /** key → JSON text */
      storage: Record<string, string>
      /** ms since 1970: when the user opened the program. */
      startedAtMs?: number
      /** Code of the late parts that the program needs, as far as they could be fetched. */
      parts: Partial<Record<LatePart, string>>
    }
  /** Code of one package; the worker runs it. Also its styles, which the worker hands to the frames. */
  | { type: 'package'; id: string; serviceScript: string; styles: Record<string, string> }
  | { type: 'package-failed'; id: string; message: string }
  /** The page stack changes. Ids in `unload` go, top first; `show` is on top afterwards. */
  | {
      type: 'route'
      routeType: RouteType
      unload: number[]
      hide?: number
      show: number
      /** Set when `show` is a new page; its frame's port comes with the message. */
      open?: { route: string; query: Record<string, string>; isTab: boolean }
      /** ms since 1970: when the route was asked for. */
      startedAtMs?: number
      /** Reply to `call` of this id, after `onShow`. */
      callId?: number
    }
  | { type: 'app-show'; options: LaunchOptions }
  | { type: 'app-hide' }
  | { type: 'page-event'; pageId: number; name: PageEventName; detail: unknown; replyId?: number }
  | { type: 'result'; id: number; value?: unknown; error?: ApiFailure }
  /** `on…` events and task events: `networkStatusChange`, `requestTask.<id>.progress` … */
  | { type: 'emit'; name: string; payload: unknown }
  | { type: 'environment'; changes: Partial<Environment> }

/** How long a page's handler may take to answer by a promise, as documented for `onShareAppMessage`. */
export const ANSWER_PATIENCE_MS = 3_000

export type PageEventName =
  'shareAppMessage' | 'shareTimeline' | 'addToFavorites' | 'tabItemTap' | 'resize' | 'backPress'

export type FromWorker =
  | { type: 'ready' }
  /** Answers with `result` unless `id` is 0. */
  | { type: 'call'; id: number; api: string; params: unknown }
  | { type: 'reply'; replyId: number; value: unknown }
  /** The worker needs a package's code. Answered with `package` or `package-failed`. */
  | { type: 'load-package'; id: string }
  | { type: 'page-ready'; pageId: number }
  | { type: 'console'; level: 'debug' | 'log' | 'info' | 'warn' | 'error'; args: unknown[] }
  | {
      type: 'error'
      kind: 'uncaught' | 'unhandled-rejection' | 'page-not-found'
      message: string
      stack?: string
      pageId?: number
    }

/** `errMsg` is made by the runtime: `<api>:fail <message>`. */
export interface ApiFailure {
  message: string
  errno?: number
  /** Copied into the failure object, for example `{ errCode: 1 }`. */
  extra?: Record<string, unknown>
}

export interface Environment {
  /** px */
  windowWidth: number
  windowHeight: number
  screenWidth: number
  screenHeight: number
  statusBarHeight: number
  pixelRatio: number
  safeArea: { left: number; right: number; top: number; bottom: number; width: number; height: number }
  /** px, in the window */
  menuButton: { width: number; height: number; top: number; right: number; bottom: number; left: number }
  theme: 'light' | 'dark'
  language: string
  brand: string
  model: string
  system: string
  platform: 'android' | 'ios' | 'devtools' | 'windows' | 'mac'
  hostVersion: string
  hostName: string
  sdkVersion: string
  networkType: string
  /** As `wx.getBatteryInfo` answers. Absent where the browser tells nothing. */
  battery?: { level: number; isCharging: boolean; isLowPowerModeEnabled: boolean }
  fontSizeSetting: number
  deviceOrientation: 'portrait' | 'landscape'
  envVersion: 'develop' | 'trial' | 'release'
  version: string
  /** Scopes that the user has decided on. */
  authSetting: Record<string, boolean>
  storageLimitKb: number
}

/** Messages between the container and a page frame, beside the worker's port. */
export type HostToFrame =
  /** Comes with the port to the worker. */
  | {
      type: 'open'
      pageId: number
      baseUrl: string
      route: string
      theme: 'light' | 'dark'
      /**
       * Scripts that the page waits for, in their order: the part `wxs` and, by URL, those of the program's packages.
       * They follow as `script` messages.
       */
      viewScripts: string[]
      /** Built-in tags of the templates that the page may show: the frame asks ahead for the parts that they need. */
      tags: string[]
      scrollable: boolean
      enablePullDownRefresh: boolean
      onReachBottomDistance: number
      backgroundColor: string
      backgroundTextStyle: 'dark' | 'light'
      safeArea: Environment['safeArea']
      styleV2: boolean
    }
  /**
   * A script to run, a part by its name or one of `viewScripts` by its URL. Without a text it could not be loaded.
   */
  | { type: 'script'; name: string; text?: string }
  | { type: 'visible'; visible: boolean }
  | { type: 'theme'; theme: 'light' | 'dark' }
  /** `setBackgroundColor` and the like. */
  | { type: 'page-style'; style: PageStyle }
  | { type: 'widget-result'; id: number; value?: unknown; error?: string }
  | { type: 'widget-event'; id: number; name: string; detail: unknown }

/** Window message that a new page frame gets, once: the text of `view.js`, which then announces `frame-ready`. */
export interface BootFrame {
  type: 'boot'
  script: string
}

export type FrameToHost =
  | { type: 'frame-ready' }
  | { type: 'painted' }
  /** Asks for a part, see `ViewPart`. Answered with `script`. */
  | { type: 'part'; name: string }
  /** A built-in component asks the host for what only it can draw: picker sheets, full screen, a map, a web-view. */
  | { type: 'widget'; id: number; name: string; params: unknown }
  | { type: 'widget-update'; id: number; params: unknown }
  | { type: 'widget-close'; id: number }
  | { type: 'error'; message: string; stack?: string }
