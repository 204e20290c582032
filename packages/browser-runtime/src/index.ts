export { buildBrowserRuntime } from './build-browser-runtime'
export type { BrowserRuntime } from './build-browser-runtime'
export { bundleForBrowser } from './bundle-for-browser'
export type { BrowserBundle, BundleRequest } from './bundle-for-browser'
