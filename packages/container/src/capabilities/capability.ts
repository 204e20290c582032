import type { ApiFailure, BundleManifest, Environment } from '@sampan/protocol'
import type * as v from 'valibot'

/**
 * One family of host abilities. The worker's calls reach `methods` by own-property name after their params were
 * parsed by the method's schema; anything else is refused. A capability never trusts an id that comes from the
 * program: it looks it up in its own tables.
 */
export interface Capability {
  methods: Record<string, Method>
  /**
   * Awaited before a package's code is sent to the worker. What its synchronous APIs answer from is emitted here, so
   * that it arrives first.
   */
  beforePackage?(packageId: string, serviceScript: string): Promise<void>
  /** Ends whatever is open (sockets, audio, watches) when the program closes. */
  dispose?(): void
}

export interface Method {
  schema: v.GenericSchema
  run(params: never, call: CallInfo): unknown
}

export interface CallInfo {
  api: string
  /** The worker's number of this call; 0 if it wants no answer. */
  id: number
  /** Aborts when the program closes. */
  signal: AbortSignal
}

export function method<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (params: v.InferOutput<Schema>, call: CallInfo) => unknown,
): Method {
  return { schema, run: run as Method['run'] }
}

/** A refusal in WeChat's words: `errMsg` becomes `<api>:fail <message>`. */
export class CapabilityError extends Error {
  readonly failure: ApiFailure
  constructor(message: string, details: Omit<ApiFailure, 'message'> = {}) {
    super(message)
    this.failure = { message, ...details }
  }
}

/** What the container gives every capability. */
export interface CapabilityHost {
  readonly appId: string
  readonly manifest: BundleManifest
  readonly baseUrl: string
  readonly settings: HostSettings
  environment(): Environment
  updateEnvironment(changes: Partial<Environment>): void
  /** Sends an event to the program (`ApiContext.on`). */
  emit(name: string, payload: unknown): void
  /** Layer over the pages where modals, sheets, toasts and full-screen views live. */
  readonly overlay: Overlay
  /** Texts of the host in the user's language. */
  text(key: string, values?: Record<string, string | number>): string
  readonly storage: ProgramStorage
  /**
   * Asks the user for a permission scope (`scope.userLocation` …) unless decided. Throws
   * `CapabilityError('auth deny')` when refused.
   */
  authorize(scope: string): Promise<void>
  /** Fetches code that few programs need. */
  readonly loadPart: LoadPart
  /** The user wants out. */
  closeProgram(): void
  /** Adds a line to the developer's console. */
  log(level: 'info' | 'warn' | 'error', text: string): void
}

/**
 * Fetches a part of the container that not every program needs: `load` is an `import()`. Texts that come with it
 * (its export `texts`) are known from then on. Throws `CapabilityError` if it cannot be had, or not in time; the next
 * call tries again.
 */
export type LoadPart = <Module extends object>(name: string, load: () => Promise<Module>) => Promise<Module>

/** What whoever embeds `<mini-program>` decides. */
export interface HostSettings {
  /** `develop` leaves domain lists off, with a notice. */
  envVersion: 'develop' | 'trial' | 'release'
  domains:
    { request: string[]; socket: string[]; upload: string[]; download: string[]; webView: string[] } | 'any'
  /** Where the platform server answers (login, payments, phone numbers). Without one, sandbox stand-ins that say so. */
  serviceUrl?: string
  /** A proxy of the embedder for requests that CORS would refuse: `POST <proxyUrl>`. Optional. */
  proxyUrl?: string
  /** Map tiles of the embedder's, `https://…/{z}/{x}/{y}.png`. Without them maps show coordinates only. */
  mapTileUrl?: string
  /** Is there a newer version than the one that runs? Without it there never is. */
  checkForUpdate?(): Promise<boolean>
  /** Opens another program. The user has agreed. Without it programs cannot open others. */
  openProgram?(request: ProgramRequest): Promise<void>
  /** Closes this program and goes back to the one that opened it. */
  returnToOpener?(extraData: unknown): Promise<void>
  language: 'en' | 'zh_CN'
}

/** What `wx.navigateToMiniProgram` asks for. Texts come from the program: nothing in it is trusted. */
export interface ProgramRequest {
  appId?: string
  path?: string
  extraData?: unknown
  envVersion: 'develop' | 'trial' | 'release'
  shortLink?: string
  /** Over this program, half the screen high. */
  embedded: boolean
}

export interface Overlay {
  /** Shows an element over everything of the program and resolves when `close` is called. */
  show<Result>(make: (close: (result: Result) => void) => HTMLElement): Promise<Result>
  /** A layer that stays until removed: toast, loading. */
  attach(element: HTMLElement): () => void
}

/** Key-value and file storage that belongs to one program of one user. Never reachable by another program. */
export interface ProgramStorage {
  getAll(): Promise<Record<string, string>>
  set(key: string, json: string): Promise<void>
  remove(key: string): Promise<void>
  clear(): Promise<void>
  readonly files: ProgramFiles
  /** Optional: without them decisions last as long as the program is open. */
  readonly notes?: HostNotes
}

/**
 * What the host remembers about this program and user: permissions, consents, addresses. The program can neither read
 * nor clear it.
 */
export interface HostNotes {
  get(key: string): Promise<unknown>
  /** `value` is plain data. */
  set(key: string, value: unknown): Promise<void>
}

export interface ProgramFiles {
  /**
   * Paths start with `usr/`, `store/` or `tmp/` (of `wxfile://usr/…`). One that ends with `/` is a directory: it has
   * no bytes.
   */
  list(): Promise<{ path: string; sizeBytes: number; modifiedMs: number }[]>
  read(path: string): Promise<Uint8Array | undefined>
  /** A handle on the bytes, where the storage can give one without reading them. */
  readBlob?(path: string): Promise<Blob | undefined>
  write(path: string, bytes: Uint8Array): Promise<void>
  remove(path: string): Promise<void>
}
