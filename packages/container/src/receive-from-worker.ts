import type { FromWorker } from '@sampan/protocol'
import { createFloodGate } from './messages/flood-gate'
import { parseFromWorker } from './messages/parse-from-worker'

export interface WorkerReceiver {
  onMessage(message: FromWorker): void
  /** A call above the rate: it is not run, but it is owed an answer. */
  onRefusedCall(call: FromWorker & { type: 'call' }): void
  /** Messages that were left out, told at most once a second. */
  onDropped(what: 'messages' | 'console lines', count: number): void
  /** A message of no known shape: the runtime never sends one. */
  onInvalid(): void
  /** The sender does not stop: its port is closed. */
  onFlood(): void
}

/** Far above what programs do: a heavy one sends some hundred calls a second while it starts. */
const MESSAGE_LIMITS = { perSecond: 2_000, burst: 4_000, toleratedDrops: 4_000 }
const CALL_LIMITS = { perSecond: 500, burst: 2_000, toleratedDrops: 2_000 }
/** Console lines go on to whoever embeds the program, who does something with each. */
const CONSOLE_LIMITS = { perSecond: 200, burst: 1_000, toleratedDrops: Number.POSITIVE_INFINITY }
const REPORT_INTERVAL_MS = 1_000
/** Messages come before timers. If no timer gets a turn for this long, the host does nothing but read messages. */
const STARVATION_MS = 3_000
const TICK_MS = 200

export function receiveFromWorker(port: MessagePort, receiver: WorkerReceiver): () => void {
  const messages = createFloodGate(MESSAGE_LIMITS)
  const calls = createFloodGate(CALL_LIMITS)
  const consoleLines = createFloodGate(CONSOLE_LIMITS)
  let reportTimer: ReturnType<typeof setTimeout> | undefined
  let busySinceMs: number | undefined
  const ticks = setInterval(() => {
    busySinceMs = undefined
  }, TICK_MS)

  function report(): void {
    reportTimer = undefined
    const dropped = messages.takeDropped() + calls.takeDropped()
    const droppedLines = consoleLines.takeDropped()
    if (dropped > 0) receiver.onDropped('messages', dropped)
    if (droppedLines > 0) receiver.onDropped('console lines', droppedLines)
  }

  function stop(): void {
    clearTimeout(reportTimer)
    clearInterval(ticks)
    port.onmessage = null
    port.close()
  }

  function endFlood(): void {
    report()
    stop()
    receiver.onFlood()
  }

  port.onmessage = (event: MessageEvent<unknown>) => {
    const nowMs = performance.now()
    busySinceMs ??= nowMs
    const verdict = messages.admit(nowMs)
    if (verdict === 'flood' || nowMs - busySinceMs > STARVATION_MS) return endFlood()
    const type = (event.data as { type?: unknown } | null)?.type
    const isLeftOut = verdict === 'drop' || (type === 'console' && consoleLines.admit(nowMs) !== 'pass')
    if (isLeftOut) {
      reportTimer ??= setTimeout(report, REPORT_INTERVAL_MS)
      return
    }
    const message = parseFromWorker(event.data)
    if (!message) return receiver.onInvalid()
    if (message.type !== 'call') return receiver.onMessage(message)
    switch (calls.admit(nowMs)) {
      case 'pass':
        return receiver.onMessage(message)
      case 'drop':
        reportTimer ??= setTimeout(report, REPORT_INTERVAL_MS)
        return receiver.onRefusedCall(message)
      case 'flood':
        return endFlood()
    }
  }
  return stop
}
