import type { ApiFailure, FromWorker, ToWorker } from '@sampan/protocol'
import { type Capability, CapabilityError, type Method } from './capabilities/capability'
import { clip } from './messages/own-fields'

export interface CapabilityRouter {
  handle(call: FromWorker & { type: 'call' }): void
  /** Answers a call that is not run because there are too many. */
  refuse(call: FromWorker & { type: 'call' }): void
  /** Resolves when every family has sent what has to arrive ahead of a package's code. */
  beforePackage(packageId: string, serviceScript: string): Promise<void>
  dispose(): void
}

export interface CapabilityRouterParts {
  families: readonly Capability[]
  send(message: ToWorker): void
  /** A capability of ours broke: that is a bug, and the program only learns that it failed. */
  onBug(api: string, error: unknown): void
}

/** Calls that may be under way at once; more is a program that went wrong. */
const MAX_PENDING_CALLS = 1_000

export function createCapabilityRouter(parts: CapabilityRouterParts): CapabilityRouter {
  const methods = new Map<string, Method>()
  for (const family of parts.families) {
    for (const [name, method] of Object.entries(family.methods)) {
      if (methods.has(name)) throw new Error(`two capabilities answer to ${name}`)
      methods.set(name, method)
    }
  }
  const stop = new AbortController()
  let pending = 0

  async function run(call: FromWorker & { type: 'call' }): Promise<unknown> {
    const method = methods.get(call.api)
    if (!method) throw new CapabilityError('not supported')
    const parsed = method.schema.safeParse(call.params ?? {})
    if (!parsed.success) throw new CapabilityError(describeIssue(parsed.error.issues[0]))
    return method.run(parsed.data as never, { api: call.api, id: call.id, signal: stop.signal })
  }

  function answer(id: number, outcome: { value?: unknown; error?: ApiFailure }): void {
    if (id === 0 || stop.signal.aborted) return
    try {
      parts.send({ type: 'result', id, ...outcome })
    } catch (error) {
      // The value cannot be cloned.
      parts.onBug('result', error)
      parts.send({ type: 'result', id, error: { message: 'internal error' } })
    }
  }

  function refuse(call: FromWorker & { type: 'call' }): void {
    answer(call.id, { error: { message: 'too many calls' } })
  }

  return {
    refuse,
    handle(call) {
      if (pending >= MAX_PENDING_CALLS) return refuse(call)
      pending += 1
      run(call)
        .then(
          (value) => answer(call.id, { value }),
          (error: unknown) => answer(call.id, { error: toFailure(call.api, error, parts) }),
        )
        .finally(() => {
          pending -= 1
        })
    },
    async beforePackage(packageId, serviceScript) {
      const preparations = parts.families.map((family) => family.beforePackage?.(packageId, serviceScript))
      for (const outcome of await Promise.allSettled(preparations)) {
        if (outcome.status === 'rejected') parts.onBug('beforePackage', outcome.reason)
      }
    },
    dispose() {
      stop.abort()
      for (const family of parts.families) family.dispose?.()
    },
  }
}

function toFailure(api: string, error: unknown, parts: CapabilityRouterParts): ApiFailure {
  if (error instanceof CapabilityError) return error.failure
  parts.onBug(api, error)
  return { message: clip(error instanceof Error ? error.message : String(error), 500) }
}

interface Issue {
  code?: string
  path: PropertyKey[]
  message?: string
  expected?: string
  input?: unknown
}

const TYPE_NAMES: Record<string, string> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  array: 'Array',
  object: 'Object',
  record: 'Object',
}

/** The base library's words for params of a wrong type. */
function describeIssue(issue: Issue | undefined): string {
  if (!issue) return 'parameter error'
  const name = issue.path.length > 0 ? `parameter.${issue.path.map(String).join('.')}` : 'parameter'
  const expected = issue.expected ? (TYPE_NAMES[issue.expected] ?? issue.expected) : undefined
  return expected
    ? `parameter error: ${name} should be ${expected}`
    : `parameter error: ${name}: ${issue.message ?? 'invalid'}`
}
