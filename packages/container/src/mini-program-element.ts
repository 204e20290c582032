import type { LaunchOptions } from '@sampan/protocol'
import type { HostSettings } from './capabilities/capability'
import type { ShareCard } from './capabilities/share'
import { type BrowserHistory, followBrowserHistory } from './browser-history'
import { defineElement } from './interface/define-element'
import { type Screen, createScreen } from './interface/screen'
import { type TextTable, createText, interfaceTexts } from './interface/texts'
import type { Theme } from './interface/theme'
import { toPath } from './pages/resolve-route'
import { createPartLoader } from './part-loader'
import { type Program, startProgram } from './program'
import type { EmitEvent, ProgramEvents } from './program-events'

const SETTING_ATTRIBUTES = ['src', 'runtime', 'path', 'theme', 'language', 'status-bar-height'] as const

/**
 * `<mini-program src="…/bundle/" runtime="…/runtime/" path="pages/index/index?x=1">`: one program on the screen.
 *
 * It starts when it is in the document and has `src` and `runtime`; a change of either starts anew. Attributes:
 * `theme` (`light`, `dark`, else the system's), `language` (`en`, `zh_CN`, else the browser's), `env-version`,
 * `status-bar-height` (px), `fast` (for automation: no motion, more patience), `user` (whose storage), `version`, `name` and `icon` (what the launch
 * screen shows before the manifest is there), `history` (the browser's back button goes back in the program).
 *
 * Beside the events of `ProgramEvents` it fires two that may be prevented: `leave` (the menu button's second half;
 * by default the program closes) and `share` (a `ShareCard`; by default the browser shares a link).
 */
export class MiniProgramElement extends HTMLElement {
  static observedAttributes = SETTING_ATTRIBUTES

  /** Host settings that are no attributes. Read at start. */
  settings: Partial<HostSettings> = {}
  /** Scene, referrer and the like. Read at start. */
  launchOptions: Partial<LaunchOptions> = {}
  /** Address of a page of the program, for links. By default this document's with the query `path`. */
  linkFor: (path: string) => string = (path) => {
    const url = new URL(location.href)
    url.searchParams.set('path', path)
    return url.href
  }

  /** In place of `src` from the next start on: a later version, while this one runs. */
  nextSrc: string | undefined = undefined

  /** With `history`: the address that the browser shows for a page of the program. Without it the address stays. */
  addressFor: ((path: string) => string) | undefined = undefined

  readonly #screen: Screen = createScreen(this)
  readonly #darkScheme = matchMedia('(prefers-color-scheme: dark)')
  readonly #resizes = new ResizeObserver(() => this.#program?.resize())
  #program: Program | undefined
  #history: BrowserHistory | undefined
  /** By whoever embeds it. */
  #isHidden = false
  #startPlanned = false
  #stop = new AbortController()

  constructor() {
    super()
    this.#screen.capsule.addEventListener('menu', () => this.#program?.openMenu())
    this.#screen.capsule.addEventListener('leave', () => {
      if (this.dispatchEvent(new CustomEvent('leave', { cancelable: true, composed: true }))) this.close()
    })
  }

  get src(): string {
    return this.getAttribute('src') ?? ''
  }
  set src(value: string) {
    this.setAttribute('src', value)
  }
  get runtime(): string {
    return this.getAttribute('runtime') ?? ''
  }
  set runtime(value: string) {
    this.setAttribute('runtime', value)
  }
  get path(): string {
    return this.getAttribute('path') ?? ''
  }
  set path(value: string) {
    this.setAttribute('path', value)
  }
  get isOpen(): boolean {
    return this.#program !== undefined
  }

  connectedCallback(): void {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.#darkScheme.addEventListener('change', () => this.#applyTheme(), { signal })
    this.#resizes.observe(this)
    for (const type of ['keydown', 'keyup', 'pointerdown']) {
      const note = () => this.#screen.noteKeyboard(type !== 'pointerdown')
      addEventListener(type, note, { capture: true, signal })
    }
    // Another tab, or another app on a phone: the program is in the background, as if the user had left it there.
    document.addEventListener('visibilitychange', () => this.#followVisibility(), { signal })
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    if (this.hasAttribute('history')) {
      this.#history = followBrowserHistory({
        goBack: () => this.back(),
        open: (path) => this.open(path),
        addressFor: (path) => this.addressFor?.(path),
      })
    }
    this.#planStart()
  }

  disconnectedCallback(): void {
    this.#stop.abort()
    this.#history?.stop()
    this.#resizes.disconnect()
    this.#end('host')
  }

  attributeChangedCallback(
    name: (typeof SETTING_ATTRIBUTES)[number],
    before: string | null,
    now: string | null,
  ): void {
    if (before === now) return
    switch (name) {
      case 'theme':
        return this.#applyTheme()
      case 'path':
        if (this.#program && now !== null) void this.open(now)
        return
      case 'status-bar-height':
        this.#screen.setStatusBarHeight(now === null ? undefined : Number(now) || 0)
        return this.#program?.resize()
      default:
        this.#planStart()
    }
  }

  /** Opens a page of the running program in place of all others, or starts the program there. */
  async open(path: string): Promise<void> {
    if (this.#program) await this.#program.open(path)
    else this.#start(path)
  }

  /** One page back. Answers false at the first page. */
  async back(): Promise<boolean> {
    return (await this.#program?.back()) ?? false
  }

  /** The program goes to the background (`App.onHide`) or comes back (`App.onShow`). */
  hide(): void {
    this.#isHidden = true
    this.#program?.hide()
  }
  show(changes?: Partial<LaunchOptions>): void {
    this.#isHidden = false
    this.#program?.show(changes)
  }

  /** Ends the program. `open` starts it again. */
  close(): void {
    this.#end('user')
  }

  /** Ends the program and starts it again, at a path or where it began. */
  reload(path = this.path): void {
    this.#end('host')
    this.#start(path)
  }

  /** Escape and Alt+Left go back, unless the keyboard is busy elsewhere on the embedder's page. */
  #onKey(event: KeyboardEvent): void {
    const goesBack = event.key === 'Escape' || (event.key === 'ArrowLeft' && event.altKey)
    const isOurs = event.target === document.body || event.composedPath().includes(this)
    if (!goesBack || !isOurs || event.defaultPrevented) return
    event.preventDefault()
    void this.back()
  }

  #followVisibility(): void {
    if (document.visibilityState === 'hidden') this.#program?.hide()
    else if (!this.#isHidden) this.#program?.show()
  }

  #planStart(): void {
    if (this.#startPlanned || !this.isConnected || !this.src || !this.runtime) return
    this.#startPlanned = true
    queueMicrotask(() => {
      this.#startPlanned = false
      if (!this.isConnected) return
      this.#end('host')
      this.#start(this.path)
    })
  }

  #start(path: string): void {
    const beganAtMs = performance.now()
    const emit: EmitEvent = (name, detail) => {
      if (name === 'error' && 'fatal' in detail && detail.fatal) this.#showFailure(detail, path)
      if (name === 'closed') this.#program = undefined
      if (name === 'navigate' && 'depth' in detail) this.#history?.follow(detail.depth, toPath(detail))
      this.dispatchEvent(new CustomEvent(name, { detail, composed: true }))
    }
    const language = this.#language()
    this.#screen.setTheme(this.#theme())
    const text = createText(language, [interfaceTexts])
    const identity = { name: this.getAttribute('name') ?? '', icon: this.getAttribute('icon') ?? undefined }
    this.#screen.setTexts(text)
    this.#screen.root.toggleAttribute('data-fast', this.hasAttribute('fast'))
    this.#screen.viewport()
    this.#screen.curtain.showLaunch(identity, text('loading'))
    this.#program = startProgram({
      baseUrl: folderUrl(this.nextSrc ?? this.src, this.baseURI),
      runtimeUrl: folderUrl(this.runtime, this.baseURI),
      path,
      settings: {
        envVersion: this.#envVersion(),
        domains: { request: [], socket: [], upload: [], download: [], webView: [] },
        ...this.settings,
        language,
      },
      launch: this.launchOptions,
      theme: this.#theme(),
      userId: this.getAttribute('user') ?? '',
      version: this.getAttribute('version') ?? '',
      nonce: this.nonce ?? '',
      fast: this.hasAttribute('fast'),
      screen: this.#screen,
      emit,
      identity,
      restart: (next) => this.reload(next),
      deliverShare: (card) => this.#deliverShare(card),
      copyLink: (path) => copyText(this.linkFor(path)),
      elapsedMs: () => performance.now() - beganAtMs,
    })
  }

  #end(reason: ProgramEvents['closed']['reason']): void {
    this.#program?.close(reason)
    this.#program = undefined
  }

  #showFailure(error: ProgramEvents['error'], path: string): void {
    const tables: TextTable[] = [interfaceTexts]
    const text = createText(this.#language(), tables)
    const loadPart = createPartLoader({ tables, log: () => undefined })
    const kind = error.kind === 'load' || error.kind === 'flood' ? error.kind : 'died'
    const actions = [{ label: text('reopen'), run: () => this.reload(path) }]
    // After the session has cleared the screen.
    queueMicrotask(() => {
      if (this.#program) return
      const problem = { kind: `failed.${kind}` as const, detail: error.message, actions }
      this.#screen.curtain.showProblem(problem, text, loadPart)
    })
  }

  async #deliverShare(card: ShareCard): Promise<void> {
    const event = new CustomEvent<ShareCard>('share', { detail: card, cancelable: true, composed: true })
    if (!this.dispatchEvent(event)) return
    const url = this.linkFor(card.path)
    if (typeof navigator.share === 'function') {
      // Rejects when the user changes his mind.
      await navigator.share({ title: card.title, url }).catch(() => undefined)
    } else {
      await copyText(url)
    }
  }

  #applyTheme(): void {
    if (this.#program) this.#program.setTheme(this.#theme())
    else this.#screen.setTheme(this.#theme())
  }

  #theme(): Theme {
    const wanted = this.getAttribute('theme')
    if (wanted === 'light' || wanted === 'dark') return wanted
    return this.#darkScheme.matches ? 'dark' : 'light'
  }

  #language(): 'en' | 'zh_CN' {
    const wanted = this.getAttribute('language') ?? this.settings.language ?? navigator.language
    return /^zh/i.test(wanted) ? 'zh_CN' : 'en'
  }

  #envVersion(): HostSettings['envVersion'] {
    const wanted = this.getAttribute('env-version')
    return wanted === 'develop' || wanted === 'trial' ? wanted : 'release'
  }
}

async function copyText(text: string): Promise<void> {
  await navigator.clipboard?.writeText(text).catch(() => undefined)
}

function folderUrl(path: string, base: string): string {
  const url = new URL(path, base)
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  url.search = ''
  url.hash = ''
  return url.href
}

defineElement('mini-program', MiniProgramElement)

declare global {
  interface HTMLElementTagNameMap {
    'mini-program': MiniProgramElement
  }
}
