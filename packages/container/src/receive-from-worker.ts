import type { FromWorker } from '@sampan/protocol'
import { createFloodGate } from './messages/flood-gate'
import { parseFromWorker } from './messages/parse-from-worker'

export interface WorkerReceiver {
  onMessage(message: FromWorker): void
  /** Messages that were left out, told at most once a second. */
  onDropped(what: 'messages' | 'console lines', count: number): void
  /** A message of no known shape: the runtime never sends one. */
  onInvalid(): void
  /** The sender does not stop: its port is closed. */
  onFlood(): void
}

/** Far above what programs do: a heavy one sends some hundred calls a second while it starts. */
const MESSAGE_LIMITS = { perSecond: 2_000, burst: 5_000, toleratedDrops: 20_000 }
/** Console lines go on to whoever embeds the program, who does something with each. */
const CONSOLE_LIMITS = { perSecond: 200, burst: 1_000, toleratedDrops: Number.POSITIVE_INFINITY }
const REPORT_INTERVAL_MS = 1_000

export function receiveFromWorker(port: MessagePort, receiver: WorkerReceiver): () => void {
  const messages = createFloodGate(MESSAGE_LIMITS)
  const consoleLines = createFloodGate(CONSOLE_LIMITS)
  let reportTimer: ReturnType<typeof setTimeout> | undefined

  function report(): void {
    reportTimer = undefined
    const dropped = messages.takeDropped()
    const droppedLines = consoleLines.takeDropped()
    if (dropped > 0) receiver.onDropped('messages', dropped)
    if (droppedLines > 0) receiver.onDropped('console lines', droppedLines)
  }

  function stop(): void {
    clearTimeout(reportTimer)
    port.onmessage = null
    port.close()
  }

  port.onmessage = (event: MessageEvent<unknown>) => {
    const nowMs = performance.now()
    const verdict = messages.admit(nowMs)
    if (verdict === 'flood') {
      report()
      stop()
      receiver.onFlood()
      return
    }
    if (verdict === 'drop') {
      reportTimer ??= setTimeout(report, REPORT_INTERVAL_MS)
      return
    }
    const isConsole = (event.data as { type?: unknown } | null)?.type === 'console'
    if (isConsole && consoleLines.admit(nowMs) !== 'pass') {
      reportTimer ??= setTimeout(report, REPORT_INTERVAL_MS)
      return
    }
    const message = parseFromWorker(event.data)
    if (message) receiver.onMessage(message)
    else receiver.onInvalid()
  }
  return stop
}
