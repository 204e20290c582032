/** https://developers.weixin.qq.com/miniprogram/dev/framework/quickstart/release.html */
export interface ReleaseRules {
  /** Releases that one may go back to. */
  mostEarlier: number
}

export const RELEASE_RULES: ReleaseRules = { mostEarlier: 5 }

/** What the server API of the original answers to going back while a release runs, and to going back where one cannot. */
export const RELEASE_RUNNING_ERRCODE = 87011
export const NO_ROLLBACK_ERRCODE = 87012
