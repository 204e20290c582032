import type { ProgramList } from './programs'

/** What the server writes into the super-app's page, so that its first screen needs no second request. */
export interface SuperappConfig extends ProgramList {
  /** Folder of `container.js`, `worker.js` and `view.js`. */
  runtimeUrl: string
  proxyUrl: string
  /** Where another device in the same network finds this page, if anywhere. */
  networkUrl?: string | undefined
}
