import type { ApiContext } from '../api-context'

type Listener = (result: unknown) => void

/**
 * `wx.getUpdateManager()`. The container answers `checkForUpdate` with `{ hasUpdate }` and emits `updateReady` or
 * `updateFailed` when the new version's code has arrived or not. Listeners that come late hear what already happened.
 */
export function createUpdateManager(context: ApiContext) {
  const checked = replaying(context, 'onCheckForUpdate')
  const ready = replaying(context, 'onUpdateReady')
  const failed = replaying(context, 'onUpdateFailed')
  context.on('updateReady', () => ready.happen(undefined))
  context.on('updateFailed', () => failed.happen(undefined))
  context.call('checkForUpdate').then(
    (answer) => checked.happen({ hasUpdate: (answer as { hasUpdate?: unknown } | null)?.hasUpdate === true }),
    (error: unknown) => context.warn(`Looking for an update failed: ${String(error)}`),
  )
  return {
    onCheckForUpdate: checked.listen,
    onUpdateReady: ready.listen,
    onUpdateFailed: failed.listen,
    /** Starting again fetches the newest version. */
    applyUpdate() {
      context.notify('restartMiniProgram', { path: `/${context.program.launchOptions.path}` })
    },
  }
}

function replaying(context: ApiContext, where: string) {
  const listeners: Listener[] = []
  let happened: { result: unknown } | undefined
  const tell = (listener: Listener, result: unknown) =>
    context.program.runUserCode(() => listener(result), `${where} callback`)
  return {
    happen(result: unknown) {
      happened = { result }
      for (const listener of listeners) tell(listener, result)
    },
    listen(listener: Listener) {
      if (typeof listener !== 'function') return
      listeners.push(listener)
      if (happened) tell(listener, happened.result)
    },
  }
}
