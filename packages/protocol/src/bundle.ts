import type { NeededParts } from './late-parts'
import type { PluginInfo } from './plugin-paths'

/**
 * What the compiler hands to the container.
 *
 * A bundle is a folder of files; `BundleManifest` is its `manifest.json`. Every path in it is relative to the
 * mini program's root, uses `/`, has no leading slash, and pages and components have no extension.
 *
 *   manifest.json
 *   packages/<package id>/service.js    logic worker: modules, templates, WXS (calls `__sampanPackage`)
 *   packages/<package id>/styles.json   page frames: path → CSS text
 *   packages/<package id>/view.js       page frames: WXS that handles events or `change:` (only if there is any)
 *   packages/<package id>/*.map         source maps, when asked for
 *   packages/main/worker.js             `wx.createWorker`: modules of the folder `app.workers` (only if there is one)
 *   files/<path>                        the program's own files, as they are
 */
export interface BundleManifest {
  formatVersion: 1
  appId: string
  name: string
  /** Of the content: changes if and only if any byte of the bundle changes. */
  hash: string
  /** `app.json` with defaults filled in and theme variables left as `@name`. */
  app: AppConfig
  /** In the order of `app.json`, main package first, then by subpackage. Keys of `pages`. */
  pageOrder: string[]
  pages: Record<string, PageConfig>
  /** Every custom component that some page reaches, by path. Pages are in here as well: a page is a component. */
  components: Record<string, ComponentConfig>
  packages: PackageInfo[]
  /** Attributes `data-…` that some style sheet selects by: elements in the frame have them. */
  styledDataAttributes?: string[]
  /** `light` and `dark` variables of `theme.json`. */
  theme?: { light: Record<string, string>; dark: Record<string, string> }
  /** Paths under `files/`, with sizes in bytes. */
  files: Record<string, number>
  /** Which parts of the worker's code the program can reach. */
  lateParts?: NeededParts
}

export interface PackageInfo {
  /** `main`, or the subpackage's root with `-` for `/` and what is no letter. Names the folder under `packages/`. */
  id: string
  /** Root folder; the main package has ''. */
  root: string
  name?: string
  independent: boolean
  /** Sizes in bytes, as served. */
  sizeBytes: number
  hasViewScript: boolean
}

export type TextStyle = 'black' | 'white'

export interface WindowConfig {
  navigationBarBackgroundColor: string
  navigationBarTextStyle: TextStyle
  navigationBarTitleText: string
  navigationStyle: 'default' | 'custom'
  homeButton: boolean
  backgroundColor: string
  backgroundTextStyle: 'dark' | 'light'
  backgroundColorTop?: string
  backgroundColorBottom?: string
  backgroundColorContent?: string
  enablePullDownRefresh: boolean
  /** px */
  onReachBottomDistance: number
  pageOrientation: 'portrait' | 'landscape' | 'auto'
  disableScroll: boolean
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle: string
  position: 'bottom' | 'top'
  custom: boolean
  list: TabBarItem[]
}

export interface AppConfig {
  entryPagePath: string
  window: WindowConfig
  tabBar?: TabBarConfig
  /** ms */
  networkTimeout: { request: number; connectSocket: number; uploadFile: number; downloadFile: number }
  debug: boolean
  darkmode: boolean
  permission: Record<string, { desc: string }>
  requiredPrivateInfos: string[]
  requiredBackgroundModes: string[]
  /** route → packages to load when it is opened */
  preloadRule: Record<string, { packages: string[]; network: 'wifi' | 'all' }>
  resolveAlias: Record<string, string>
  /** By name in `app.json`, only those whose sources came along. */
  plugins?: Record<string, PluginInfo>
  workers?: string
  style?: 'v2'
  lazyCodeLoading?: string
  /** Set if the program declares privacy interfaces (`__usePrivacyCheck__`). */
  usePrivacyCheck: boolean
  /** Anything else `app.json` said, unchanged. */
  extra: Record<string, unknown>
}

export interface PageConfig {
  path: string
  /** `PackageInfo.id` */
  packageId: string
  /** `app.json` window with the page's own fields over it. */
  window: WindowConfig
  /** Which of `window`'s fields the page itself set (themes and defaults need to know). */
  renderer: 'webview' | 'skyline'
}

export type StyleIsolation =
  'isolated' | 'apply-shared' | 'shared' | 'page-isolated' | 'page-apply-shared' | 'page-shared'

export interface ComponentConfig {
  path: string
  packageId: string
  /** `component: true` in its JSON. A page may be both. */
  isComponent: boolean
  /**
   * tag → component path, with those app-level entries that its template uses. A path whose component is missing is
   * not here.
   * Components of plugins that did not come along are not here either.
   */
  usingComponents: Record<string, string>
  /** tag → tag (custom or built in) shown until the component's package is there */
  componentPlaceholder: Record<string, string>
  /** generic name → default component path, or null */
  componentGenerics: Record<string, string | null>
  styleIsolation?: StyleIsolation
  pureDataPattern?: string
  /** Class prefix of this component's own WXSS: `.a` is emitted as `.<scope>--a`. Empty for pages and app. */
  styleScope: string
  /** Style sheets this component needs, by key of `styles.json`, in order (its imports are inlined). */
  styles: string[]
  /** Tags that its template uses (custom and built in), for lazy loading and for checks. */
  tags: string[]
  /** True if the template passes WXS functions to events or `change:` (needs class and dataset in the frame). */
  usesViewScript: boolean
}

/** Key of the app's style sheet in the main package's `styles.json`. */
export const APP_STYLE = 'app'

/** Global function that `service.js` calls once, in the worker. */
export const PACKAGE_FUNCTION = '__sampanPackage'
/** Global function that `view.js` calls once, in a page frame. */
export const VIEW_PACKAGE_FUNCTION = '__sampanViewPackage'

/**
 * Names that user code sees as its globals: parameters of the package factory, in this order. The runtime gives
 * each a value; those that the runtime does not know are `undefined`, so that browser globals are out of sight.
 */
export const PROGRAM_GLOBALS = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  'requireMiniProgram',
  '__wxConfig',
  'console',
  'Function',
  'eval_',
  'global',
  'globalThis',
  'self',
  'window',
  'document',
  'frames',
  'parent',
  'top',
  'location',
  'navigator',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'MessageChannel',
  'importScripts',
  'postMessage',
  'onmessage',
  'addEventListener',
  'removeEventListener',
  'name',
  'origin',
  'close',
  'Image',
  'Blob',
  'URL',
  'WXWebAssembly',
  'WebAssembly',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
] as const

/** Names that scripts of `wx.createWorker` see: theirs is `worker`; nearly all others are `undefined` there. */
export const WORKER_GLOBALS = ['worker', ...PROGRAM_GLOBALS] as const
/**
 * Global function that `worker.js` calls once: `__sampanWorkerPackage(factory)`, where `factory(...WORKER_GLOBALS)`
 * answers modules as those of `service.js`, by the same keys.
 */
export const WORKER_PACKAGE_FUNCTION = '__sampanWorkerPackage'

/** `function (require, module, exports) { … }`, keyed by path with extension, for example `utils/a.js`. */
export type ModuleFactory = (
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void

/**
 * What `service.js` passes: `__sampanPackage(id, templates, wxs, factory)`.
 *
 * `templates[path]` builds the template compiler's object for that WXML file. `wxs` modules are keyed by path with
 * extension, inline ones by `<wxml path>#<module>`.
 */
export type PackageFunction = (
  id: string,
  templates: Record<string, TemplateFactory>,
  wxs: Record<string, WxsFactory>,
  factory: (...globals: unknown[]) => Record<string, ModuleFactory>,
) => void

/**
 * `(G, D, X, Y, Z, P, Q, I…) => template object` with the names of the template compiler's runtime: `G` maps path →
 * template function of imported and included files, `D(name, fn)` declares or finds a WXS module, the rest are the
 * compiler's own helpers. Exact list: `TEMPLATE_RUNTIME_NAMES`.
 */
export type TemplateFactory = (...runtime: unknown[]) => unknown
export const TEMPLATE_RUNTIME_NAMES = ['G', 'D', 'X', 'Y', 'Z', 'P', 'Q'] as const

/**
 * A WXS module, compiled so that it reaches nothing but its arguments: `$` carries the WXS built-ins
 * (`getDate`, `getRegExp`, `console`, `Math`, `JSON`, `Date`, `Number`, …) and the guards `$.member(o, k)` (computed
 * reads), `$.constructorOf(o)` and `$.tick()` (each loop turn and call).
 */
export type WxsFactory = (
  require: (path: string) => unknown,
  exports: Record<string, unknown>,
  module: { exports: unknown },
  $: Record<string, unknown>,
) => void

/** What `view.js` passes: `__sampanViewPackage(id, wxs)`. Same keys as in the worker. */
export type ViewPackageFunction = (id: string, wxs: Record<string, WxsFactory>) => void
