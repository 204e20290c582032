/** What `getApp()` returns. */
export interface AppOptions {
  globalData: {
    /** Times of launches in milliseconds, latest first. */
    launches: number[]
  }
}
