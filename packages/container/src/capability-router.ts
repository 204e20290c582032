import type { ApiFailure, FromWorker, ToWorker } from '@sampan/protocol'
import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError } from './capabilities/capability'
import type { Family } from './capabilities/families'
import { clip, ownValue } from './messages/own-fields'

export interface CapabilityRouter {
  handle(call: FromWorker & { type: 'call' }): void
  /** Answers a call that is not run because there are too many. */
  refuse(call: FromWorker & { type: 'call' }): void
  /** Resolves when every family has sent what has to arrive ahead of a package's code. */
  beforePackage(packageId: string, serviceScript: string): Promise<void>
  dispose(): void
}

export interface CapabilityRouterParts {
  /** There from the start. */
  ready: readonly Capability[]
  /** Fetched when they are called. */
  families: Readonly<Record<string, Family>>
  host: CapabilityHost
  send(message: ToWorker): void
  /** A capability of ours broke: that is a bug, and the program only learns that it failed. */
  onBug(api: string, error: unknown): void
}

/** A family that is there, or comes when it is asked for. */
interface Source {
  get(): Capability | Promise<Capability>
  /** Undefined if a package with this code can do without it. */
  forPackage(serviceScript: string): Capability | Promise<Capability> | undefined
  dispose(): void
}

/** Calls that may be under way at once; more is a program that went wrong. */
const MAX_PENDING_CALLS = 1_000

export function createCapabilityRouter(parts: CapabilityRouterParts): CapabilityRouter {
  const stop = new AbortController()
  const sources: Source[] = []
  const byApi = new Map<string, Source>()
  for (const capability of parts.ready) add(Object.keys(capability.methods), readySource(capability))
  for (const [name, family] of Object.entries(parts.families)) {
    add(family.apis, fetchedSource(name, family, parts.host, stop.signal))
  }
  let pending = 0

  function add(apis: readonly string[], source: Source): void {
    sources.push(source)
    for (const api of apis) {
      if (byApi.has(api)) throw new Error(`two capabilities answer to ${api}`)
      byApi.set(api, source)
    }
  }

  async function run(call: FromWorker & { type: 'call' }): Promise<unknown> {
    const found = byApi.get(call.api)?.get()
    // Calls of one family keep their order: all wait for the same promise, or none does.
    const capability = found instanceof Promise ? await found : found
    const method = capability && ownValue(capability.methods, call.api)
    if (!method) throw new CapabilityError('not supported')
    const parsed = v.safeParse(method.schema, call.params ?? {}, { abortEarly: true })
    if (!parsed.success) throw new CapabilityError(describeIssue(method.schema, parsed.issues[0]))
    return method.run(parsed.output as never, { api: call.api, id: call.id, signal: stop.signal })
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
      const preparations = sources.map(async (source) => {
        const capability = await source.forPackage(serviceScript)
        await capability?.beforePackage?.(packageId, serviceScript)
      })
      for (const outcome of await Promise.allSettled(preparations)) {
        if (outcome.status === 'rejected') parts.onBug('beforePackage', outcome.reason)
      }
    },
    dispose() {
      stop.abort()
      for (const source of sources) source.dispose()
    },
  }
}

function readySource(capability: Capability): Source {
  return { get: () => capability, forPackage: () => capability, dispose: () => capability.dispose?.() }
}

/** Of one program: its state begins with the first call, once the code is there. */
function fetchedSource(name: string, family: Family, host: CapabilityHost, ended: AbortSignal): Source {
  let coming: Promise<Capability> | undefined
  let capability: Capability | undefined

  async function open(): Promise<Capability> {
    const { create } = await host.loadPart(name, family.load)
    // Nobody would dispose of it.
    if (ended.aborted) throw new CapabilityError('interrupted')
    capability = create(host)
    const unlisted = Object.keys(capability.methods).filter((api) => !family.apis.includes(api))
    if (unlisted.length > 0) throw new Error(`${name}: ${unlisted.join()} must be listed in families.ts`)
    return capability
  }

  function get(): Promise<Capability> {
    if (!coming) {
      coming = open()
      coming.catch(() => (coming = undefined))
    }
    return coming
  }

  return {
    get,
    forPackage: (serviceScript) => (family.isNeededBy?.(serviceScript) ? get() : undefined),
    dispose: () => capability?.dispose?.(),
  }
}

function toFailure(api: string, error: unknown, parts: CapabilityRouterParts): ApiFailure {
  if (error instanceof CapabilityError) return error.failure
  parts.onBug(api, error)
  return { message: clip(error instanceof Error ? error.message : String(error), 500) }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
}

/** The base library's words for params of a wrong type. */
function describeIssue(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key))
  const name = ['parameter', ...path].join('.')
  if (issue.kind !== 'schema') return `parameter error: ${name}: ${issue.message}`
  const expected = missingField(schema, issue) ?? issue.expected ?? 'valid'
  return `parameter error: ${name} should be ${TYPE_NAMES[expected] ?? expected}`
}

/** Of a field that is not there the issue tells only the name. */
function missingField(schema: v.GenericSchema, { type, path }: v.BaseIssue<unknown>): string | undefined {
  const [item] = path ?? []
  if (type !== 'object' || path?.length !== 1 || !('entries' in schema)) return undefined
  return (schema as v.ObjectSchema<v.ObjectEntries, undefined>).entries[String(item!.key)]?.expects
}
