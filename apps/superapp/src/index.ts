import type { SuperappConfig } from '@sampan/platform-api'
import { createOfflineKeeper } from './offline/keep-offline'
import { browserStorage } from './personal/browser-storage'
import { createPersonalStore } from './personal/personal-store'
import { createShell } from './shell'

const config = JSON.parse(document.getElementById('config')!.textContent) as SuperappConfig
const offline = createOfflineKeeper(config)

document.body.append(createShell(config, createPersonalStore(browserStorage()), () => keepLoaded(true)))
// After the first screen, which has better use for the line.
addEventListener('load', () => keepLoaded(false))

/** Without it everything works but for starting offline. */
function keepLoaded(hasRunProgram: boolean): void {
  offline.keepLoaded(hasRunProgram).catch((error: unknown) => console.warn(error))
}
