import type { ToWorker } from '@sampan/protocol'
import { createHostPort } from './program/host-port'
import { createProgram, type Program } from './program/program'
import { runLateParts, SHARED_GLOBAL } from './program/late-scripts'
import { sealGlobals } from './program/sealed-globals'

/** Entry of the logic worker. The first message brings the port to the container; nothing else arrives that way. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const boot = new Promise<MessagePort>((resolve) => {
  scope.addEventListener('message', function onBoot(event: MessageEvent<{ type: string }>) {
    if (event.data?.type !== 'boot' || !event.ports[0]) return
    scope.removeEventListener('message', onBoot)
    resolve(event.ports[0])
  })
})

void boot.then((port) => {
  const natives = sealGlobals(new Set([SHARED_GLOBAL]))
  let program: Program | undefined
  const host = createHostPort(port, (message: ToWorker, ports) => {
    if (message.type !== 'launch') program?.handle(message, ports)
    else if (!program) {
      runLateParts(message.parts, natives)
      program = createProgram(message, host, natives)
    }
  })
  host.send({ type: 'ready' })
})
