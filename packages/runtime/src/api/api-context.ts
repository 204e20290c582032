import type {
  ApiFailure,
  BundleManifest,
  Environment,
  LaunchOptions,
  ObserverRequest,
  QueryRequest,
  ToFrame,
} from '@sampan/protocol'
import type { EventChannel } from './interface/event-channel'

/**
 * What a family of `wx` APIs may use. A family is a folder or file in `api/` that exports
 * `create<Family>Apis(context): ApiTable`; `api/index.ts` lists them. The other half of a family that needs the host
 * is in the container's `capabilities/<family>/`.
 */
export interface ApiContext {
  /**
   * Calls a capability of the container. Rejects with `ApiError`. `openerChannel` stays in the worker: when the call's
   * `route` message arrives (same `callId`), it belongs to the page that the route opens.
   */
  call(api: string, params?: unknown, openerChannel?: EventChannel): Promise<unknown>
  /** Calls a capability without waiting for its answer. Failures are not reported. */
  notify(api: string, params?: unknown): void
  /**
   * Events that the container emits, and the runtime's own: `appShow`, `appHide` (launch options), `error` (text),
   * `unhandledRejection`, `pageNotFound`, `themeChange`, `windowResize`, `pageOpened` (page id), payloads as `wx.on…`
   * documents them. Returns a function that takes the listener away.
   */
  on(name: string, listener: (payload: unknown) => void): () => void
  /** Live: changes with rotation, theme, network. */
  readonly environment: Environment
  /** Of the code package, with a slash at the end: `files/<path>` lies under it. */
  readonly baseUrl: string
  readonly program: ProgramView
  /** key → JSON text, as it was at launch. */
  readonly storage: Readonly<Record<string, string>>
  /** Reports once per text. */
  warn(text: string): void
  /** Numbers for task ids (requests, sockets, audio contexts). */
  nextId(): number
}

/** The running program, as far as APIs need it. */
export interface ProgramView {
  readonly manifest: BundleManifest
  readonly launchOptions: LaunchOptions
  readonly enterOptions: LaunchOptions
  /** Top of the stack, or undefined during launch. */
  currentPage(): PageView | undefined
  pages(): PageView[]
  /** The page that a component instance (or page instance) belongs to. */
  pageOf(instance: unknown): PageView | undefined
  /** Calls user code the way the runtime does everywhere: errors go to the console and `App.onError`. */
  runUserCode<T>(run: () => T, where: string): T | undefined
}

export interface PageView {
  readonly id: number
  readonly route: string
  /** The program's page object. */
  readonly instance: Record<string, unknown>
  /** Sends a message to the page's frame. */
  send(message: ToFrame): void
  /** `call` to a built-in component by node id; flushes pending operations first. */
  callNode(node: number, method: string, args: unknown[]): Promise<unknown>
  /** Node ids that a selector finds, in the page or in the given component's own tree. */
  select(selector: string, all: boolean, within?: unknown): number[]
  /** The first node of the page's own template, or of the component's, with that `id`, `tag` or attribute. */
  findNode(attribute: string, value: string, within?: unknown): number | undefined
  /** What the worker knows of a node, for query results. Undefined for a node that is gone. */
  describeNode(node: number): NodeDescription | undefined
  /** Runs queries in the frame after pending operations. */
  query(requests: QueryRequest[]): Promise<unknown[]>
  observe(observer: ObserverRequest, listener: (entry: unknown) => void): () => void
}

export interface NodeDescription {
  id: string
  dataset: Record<string, unknown>
  mark: Record<string, unknown>
}

export type ApiTable = Record<string, unknown>

/** A failure with WeChat's texts. `message` comes after `<api>:fail `. */
export class ApiError extends Error {
  readonly errno?: number
  readonly extra?: Record<string, unknown>
  constructor(failure: ApiFailure) {
    super(failure.message)
    this.name = 'ApiError'
    this.errno = failure.errno
    this.extra = failure.extra
  }
}

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (failure: unknown) => void
  complete?: (result: unknown) => void
}

export type AsyncApi = (options?: Record<string, unknown> & Callbacks) => Promise<unknown> | undefined

/**
 * An API of the `wx.name({ …, success, fail, complete })` kind. `run` gets the options without the callbacks and
 * returns the result's fields, or throws `ApiError`. Without any callback the call answers with a promise, as
 * documented; with one it answers undefined.
 */
export function asyncApi(
  context: Pick<ApiContext, 'program'>,
  name: string,
  run: (options: Record<string, unknown>) => unknown,
): AsyncApi {
  return (options) => {
    const given = typeof options === 'object' && options !== null ? options : {}
    const { success, fail, complete, ...rest } = given as Record<string, unknown> & Callbacks
    const callbacks: Callbacks = { success, fail, complete }
    const wantsPromise = !isFunction(success) && !isFunction(fail) && !isFunction(complete)
    const outcome = Promise.resolve()
      .then(() => run(rest))
      .then(
        (value) => ({
          ok: true as const,
          result: { ...(value as object | undefined), errMsg: `${name}:ok` },
        }),
        (error: unknown) => ({ ok: false as const, result: failureOf(name, error) }),
      )
    const settled = outcome.then(({ ok, result }) => {
      const callback = ok ? callbacks.success : callbacks.fail
      if (isFunction(callback)) context.program.runUserCode(() => callback(result), `${name} callback`)
      const { complete } = callbacks
      if (isFunction(complete)) context.program.runUserCode(() => complete(result), `${name} callback`)
      return { ok, result }
    })
    if (!wantsPromise) return undefined
    return settled.then(({ ok, result }) => {
      if (ok) return result
      throw result
    })
  }
}

/** An API whose whole work is done by the container's capability of the same name. */
export function hostApi(context: ApiContext, name: string): AsyncApi {
  return asyncApi(context, name, (options) => context.call(name, options))
}

export function failureOf(name: string, error: unknown): Record<string, unknown> {
  if (error instanceof ApiError) {
    return {
      ...error.extra,
      ...(error.errno === undefined ? {} : { errno: error.errno }),
      errMsg: `${name}:fail${error.message ? ` ${error.message}` : ''}`,
    }
  }
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function'
}
