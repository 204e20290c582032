import type { MenuParts } from './program-menu'

export const loadProgramMenu = () => import('./program-menu')

/** What a tap on the menu button does. While the menu is on its way, and while it is open, further taps do nothing. */
export function createMenuButton(parts: MenuParts): () => Promise<void> {
  const { host, tell } = parts
  let isBusy = false
  return async () => {
    if (isBusy) return
    isBusy = true
    try {
      const { openProgramMenu } = await host.loadPart('program-menu', loadProgramMenu)
      await openProgramMenu(parts)
    } catch {
      // The console has been told why.
      tell(host.text('part not loaded'))
    } finally {
      isBusy = false
    }
  }
}
