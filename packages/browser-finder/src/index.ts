export { findBrowser, browserArguments } from './find-browser'
export type { FindBrowserOptions, FoundBrowser } from './find-browser'
