import type { ProgramList } from './catalogue/program-list'

/** What the server writes into the super-app's page, so that its first screen needs no second request. */
export interface SuperappConfig extends ProgramList {
  /** Folder of `container.js`, `worker.js`, `view.js` and their parts; `files.json` in it lists all of them. */
  runtimeUrl: string
  /** What `container.js` imports at once, by name in that folder: fetched beside it. */
  containerImports: string[]
  proxyUrl: string
  /** Where another device in the same network finds this page, if anywhere. */
  networkUrl?: string | undefined
}
