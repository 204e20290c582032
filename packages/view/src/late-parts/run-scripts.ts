import type { ViewPart } from '@sampan/protocol'

/** The parts of the frame's script: the container brings them, unasked or when one is needed. */
export interface PartLoader {
  /** Undefined if the part is there. Resolves when it has run, or cannot be had: then pages do without it. */
  load(part: ViewPart): Promise<void> | undefined
}

export interface ScriptRunner extends PartLoader {
  /** Resolves when a script that comes unasked has run. */
  wait(name: string): Promise<void>
  /** A `script` message. */
  receive(name: string, text: string | undefined): void
}

interface Arrival {
  promise: Promise<void>
  resolve(): void
}

/** `coming` names the scripts that are on their way already. */
export function createScriptRunner(
  coming: readonly string[],
  ask: (part: ViewPart) => void,
  reportError: (error: unknown, where: string) => void,
): ScriptRunner {
  /** Undefined for those that are here. */
  const arrivals = new Map<string, Arrival | undefined>()
  for (const name of coming) arrivals.set(name, createArrival())

  return {
    load(part) {
      if (!arrivals.has(part)) {
        arrivals.set(part, createArrival())
        ask(part)
      }
      return arrivals.get(part)?.promise
    },
    wait: (name) => arrivals.get(name)?.promise ?? Promise.resolve(),
    receive(name, text) {
      const arrival = arrivals.get(name)
      if (!arrival) return
      if (text === undefined) reportError(new Error('a script of the page could not be loaded'), name)
      else runScript(text)
      arrivals.set(name, undefined)
      arrival.resolve()
    },
  }
}

function createArrival(): Arrival {
  let resolve!: () => void
  const promise = new Promise<void>((given) => (resolve = given))
  return { promise, resolve }
}

/** The frame's policy lets scripts run that have the nonce of the first one. */
const { nonce } = (document.currentScript ?? {}) as { nonce?: string }

/** At once: what it throws is an `error` event of the window. */
function runScript(text: string): void {
  const script = document.createElement('script')
  if (nonce !== undefined) script.nonce = nonce
  script.textContent = text
  document.head.append(script)
  script.remove()
}
