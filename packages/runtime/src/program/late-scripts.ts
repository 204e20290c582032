import type { ToWorker } from '@sampan/protocol'
import type { KeptNatives } from './sealed-globals'

type Launch = Extract<ToWorker, { type: 'launch' }>

/** Global array in which the worker's first script leaves what its late parts take of it. */
export const SHARED_GLOBAL = '__sampanShared'

/** Runs the scripts of late parts, all at once: afterwards nothing is shared any more, so no program can take of it. */
export function runLateParts(scripts: Launch['parts'], natives: KeptNatives): void {
  for (const [part, script] of Object.entries(scripts)) natives.runScript(script, `worker-${part}.js`)
  delete (globalThis as Record<string, unknown>)[SHARED_GLOBAL]
}
