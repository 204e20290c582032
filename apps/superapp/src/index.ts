import type { SuperappConfig } from '@sampan/platform-api'
import { keepOffline } from './offline/keep-offline'
import { browserStorage } from './personal/browser-storage'
import { createPersonalStore } from './personal/personal-store'
import { createShell } from './shell'

const config = JSON.parse(document.getElementById('config')!.textContent) as SuperappConfig

document.body.append(createShell(config, createPersonalStore(browserStorage())))
// After the first screen, which has better use for the line.
addEventListener('load', () => {
  // Without it everything works but for starting offline.
  void keepOffline(config).catch((error: unknown) => console.warn(error))
})
