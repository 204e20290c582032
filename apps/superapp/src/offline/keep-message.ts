/** What the page tells the service worker. */
export interface KeepMessage {
  /** URLs that the page has loaded already. */
  loaded: string[]
  /** Beginnings of the paths of current releases; other releases may be forgotten. */
  current: string[]
}
