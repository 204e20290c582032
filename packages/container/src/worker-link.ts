import type { FromWorker, ToWorker } from '@sampan/protocol'
import type { CapabilityRouter } from './capability-router'
import { describeError } from './describe-error'
import type { Text } from './interface/texts'
import type { PackageLoader } from './pages/package-loader'
import type { PageQuestions } from './page-questions'
import type { EmitEvent, ProgramErrorKind } from './program-events'
import type { ProgramNotices } from './program-notices'
import { receiveFromWorker } from './receive-from-worker'
import { startHeartbeat } from './sandbox/heartbeat'
import type { World } from './sandbox/world'

export interface WorkerLinkParts {
  world: World
  send(message: ToWorker): void
  emit: EmitEvent
  log(level: 'info' | 'warn' | 'error', line: string): void
  text: Text
  notices: ProgramNotices
  packages: PackageLoader
  questions: PageQuestions
  capabilities: CapabilityRouter
  routeOf(pageId: number): string | undefined
  /** False while nobody looks: a program in the background may be slow. */
  isWatched(): boolean
  /** How long the worker may be busy before the user is asked. */
  patienceMs: number
  /** The program is not to go on. */
  fail(kind: ProgramErrorKind, message: string): void
  closeByUser(): void
}

/** Listens to the worker: its messages, its sign of life, and its end. */
export interface WorkerLink {
  /** Nobody is asked any more whether to wait for it. */
  stopWatching(): void
  stop(): void
}

/** The same complaint more often tells nobody anything. */
const MAX_REPORTS = 5

export function linkWorker(parts: WorkerLinkParts): WorkerLink {
  const { world, emit, log, text, notices } = parts
  let isReady = false
  let invalidMessages = 0

  const stopReceiving = receiveFromWorker(world.port, {
    onMessage,
    onRefusedCall: parts.capabilities.refuse,
    onDropped: (what, count) => log('warn', text(`dropped ${what}`, { count })),
    onInvalid() {
      invalidMessages += 1
      if (invalidMessages <= MAX_REPORTS) log('error', text('invalid message'))
    },
    onFlood: () => parts.fail('flood', ''),
  })

  const heartbeat = startHeartbeat({
    ping: world.ping,
    patienceMs: parts.patienceMs,
    isWatching: parts.isWatched,
    onSilence() {
      emit('error', { kind: 'not-responding', message: text('not responding.text'), fatal: false })
      void notices.askToWait().then((wantsToClose) => wantsToClose && parts.closeByUser())
    },
    onRecovery: notices.endWaiting,
  })

  world.listen({
    onPong: heartbeat.pong,
    onBreak(message) {
      if (isReady) emit('error', { kind: 'uncaught', message, fatal: false })
      else parts.fail('died', message)
    },
  })

  function onMessage(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        isReady = true
        return
      case 'page-ready':
        return
      case 'call':
        return parts.capabilities.handle(message)
      case 'reply':
        return parts.questions.answered(message.replyId, message.value)
      case 'load-package':
        return loadPackage(message.id)
      case 'console':
        return emit('console', { level: message.level, args: message.args, source: 'program' })
      case 'error': {
        const { type: _type, ...details } = message
        const route = message.pageId === undefined ? undefined : parts.routeOf(message.pageId)
        return emit('error', { ...details, ...(route ? { route } : {}), fatal: false })
      }
    }
  }

  function loadPackage(id: string): void {
    parts.packages
      .load([id])
      .catch((error: unknown) => parts.send({ type: 'package-failed', id, message: describeError(error) }))
  }

  return {
    stopWatching: heartbeat.stop,
    stop: stopReceiving,
  }
}
