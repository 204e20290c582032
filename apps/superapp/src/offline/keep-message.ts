/** What the page tells the service worker. */
export interface KeepMessage {
  /** URLs that the page has loaded already. */
  loaded: string[]
  /** Beginnings of the paths of current releases; other releases may be forgotten. */
  current: string[]
  /**
   * Once a program has run: URL of the list of the runtime's scripts, which lie beside it. Parts of the runtime are
   * fetched when they are first needed, and then there may be no connection.
   */
  scriptList?: string
}
