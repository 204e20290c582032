import type * as Engine from './editor-engine'

declare global {
  var sampanEditorEngine: typeof Engine | undefined
}

/** Beside the frame's own script. Read while that script runs. */
const engineUrl =
  document.currentScript instanceof HTMLScriptElement
    ? new URL('editor.js', document.currentScript.src).href
    : ''

/** The editor's engine is as large as all other components together, so only pages with an editor load it. */
export function loadEditorEngine(): Promise<typeof Engine> {
  if (globalThis.sampanEditorEngine) return Promise.resolve(globalThis.sampanEditorEngine)
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = engineUrl
    script.onload = () => {
      if (globalThis.sampanEditorEngine) resolve(globalThis.sampanEditorEngine)
      else reject(new Error('the editor did not start'))
    }
    script.onerror = () => reject(new Error('the editor could not be loaded'))
    document.head.append(script)
  })
}
