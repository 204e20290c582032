import type { ProgramSummary, SessionInfo, SuperappConfig } from '@sampan/platform-api'
import { createAccount } from './account/account'
import { createMeScreen } from './account/me-screen'
import { RequestProblem } from './account/request'
import { createSignInScreen } from './account/sign-in-screen'
import { createCatalogue } from './catalogue/catalogue'
import { createDeskPanel } from './desk/desk-panel'
import { h } from './dom/create-element'
import { createHomeScreen } from './home/home-screen'
import { createConnectionNote } from './offline/connection-note'
import type { PersonalStore } from './personal/personal-store'
import { createContainerLoader } from './program/load-container'
import { createNotice, type Notice } from './program/notice'
import { isNewEntry, leaveEntries, pushEntry } from './program/program-history'
import { createProgramScreen } from './program/program-screen'
import type { ProgramScreen, ProgramScreenOptions, RunnableProgram } from './program/program-screen'
import { openVersion } from './program/open-version'
import { formatRoute, parseRoute, type ProgramRoute, type Route } from './route'
import { openConfirmScreen } from './scan/confirm-screen'
import { openLoginScreen } from './scan/login-screen'
import { readCode } from './scan/read-code'
import { createScanScreen } from './scan/scan-screen'
import { createScreen } from './screen/screen'
import { openAboutSheet } from './sheets/about-sheet'
import { openSettingsSheet } from './sheets/settings-sheet'
import { addStyles } from './style/styles'
import { createTexts, systemLanguage, type TextKey } from './texts'

/** The whole super-app: home, and a program over it when the address says so. */
export function createShell(
  config: SuperappConfig,
  personal: PersonalStore,
  onProgramLaunched: () => void,
): HTMLElement {
  const catalogue = createCatalogue(config.programs)
  const darkScheme = matchMedia('(prefers-color-scheme: dark)')
  const loadContainer = createContainerLoader(config)
  const desk = createDeskPanel(config)
  const connection = createConnectionNote()
  const account = createAccount()
  const home = createHomeScreen({
    open: (program) => open(program),
    about: (program) =>
      openAboutSheet({ host: device, program, texts, personal, onOpen: () => open(program) }),
    search: catalogue.search,
    settings: () => openSettingsSheet({ host: device, texts, personal }),
    scan: () => go({ screen: 'scan' }),
    me: () => go({ screen: 'me' }),
  })
  const device = h('div', { className: 'device' }, home.element, connection.element)
  let texts = createTexts(chosenLanguage())
  let running: ProgramScreen | undefined
  /** What is over home: a program, a screen, a notice. */
  let cover: HTMLElement | undefined
  /** Aborts when another screen is shown. */
  let shown = new AbortController()
  let focusBefore: Element | null = null

  function chosenLanguage() {
    const { language } = personal.read()
    return language === 'system' ? systemLanguage() : language
  }

  function chosenTheme(): 'light' | 'dark' {
    const { theme } = personal.read()
    return theme === 'system' ? (darkScheme.matches ? 'dark' : 'light') : theme
  }

  function applyChoices(): void {
    texts = createTexts(chosenLanguage())
    document.documentElement.lang = texts.language === 'zh_CN' ? 'zh-CN' : 'en'
    document.documentElement.dataset.theme = chosenTheme()
    running?.setTheme(chosenTheme())
    connection.setTexts(texts)
    home.show({ programs: catalogue.programs(), personal: personal.read(), texts })
    desk.show(catalogue.find(running?.appId), texts)
  }

  function open({ appId }: ProgramSummary): void {
    go({ screen: 'program', appId, path: '', version: '' })
  }

  function go(route: Route): void {
    pushEntry(route)
    showRoute()
  }

  function showRoute(): void {
    const route = parseRoute(location.hash)
    if (route.screen === 'program' && running?.appId === route.appId && running.version === route.version) {
      // Entries of its pages are the container's to follow.
      if (isNewEntry()) running.open(route.path)
      return
    }
    shown.abort()
    shown = new AbortController()
    switch (route.screen) {
      case 'home':
        return showHome()
      case 'program':
        if (route.version !== '') return showSignedIn((signal) => showVersion(route, signal))
        return showReleased(route, shown.signal)
      case 'scan':
        return showScreen(createScanScreen({ texts, onCode: takeCode, onBack: back, signal: shown.signal }))
      case 'me':
        return showSignedIn((_signal, session) =>
          createMeScreen({ texts, session, account, onBack: back, onChanged: showRoute }),
        )
      case 'confirm':
        return showSignedIn(() => openConfirmScreen(route.code, { texts, onBack: back }))
      case 'login':
        return showSignedIn((_signal, session) =>
          openLoginScreen(route.code, { texts, session, onBack: back }),
        )
    }
  }

  function back(): void {
    if (!leaveEntries()) showRoute()
  }

  /** A screen for somebody who is signed in: they sign in first, and come to it then. */
  function showSignedIn(
    create: (
      signal: AbortSignal,
      session: SessionInfo,
    ) => HTMLElement | undefined | Promise<HTMLElement | undefined>,
  ): void {
    const { signal } = shown
    const open = async () => {
      const session = await account.read()
      if (session) return create(signal, session)
      const onSignedIn = () => {
        account.forget()
        showRoute()
      }
      return createSignInScreen({ texts, onBack: back, onSignedIn })
    }
    showScreen(createScreen({ title: '', texts, onBack: back, content: [] }))
    open().then(
      (screen) => {
        if (screen && !signal.aborted) showScreen(screen)
      },
      (error: unknown) => {
        if (!(error instanceof RequestProblem)) throw error
        if (!signal.aborted) showProblem(error)
      },
    )
  }

  function showProblem({ code, status }: RequestProblem): void {
    if (code === 'sign-in') account.forget()
    const isForAnother = status === 400 || status === 403 || status === 404
    const leave = { label: texts.get('home'), run: back }
    if (!isForAnother) {
      const retry = { label: texts.get('retry'), run: showRoute }
      return showNotice('unreachable.title', 'failed.text', [retry, { ...leave, isQuiet: true }])
    }
    if (parseRoute(location.hash).screen === 'program') showNotice('version.title', 'version.text', [leave])
    else showNotice('scan.gone', 'scan.gone.text', [leave])
  }

  /** Of a scanned code: in place of the scanner. */
  function takeCode(text: string): boolean {
    const origins = [location.origin, ...(config.networkUrl ? [new URL(config.networkUrl).origin] : [])]
    const hash = readCode(text, origins)
    if (hash === undefined) return false
    history.replaceState(history.state, '', hash)
    showRoute()
    return true
  }

  async function showVersion(route: ProgramRoute, signal: AbortSignal): Promise<undefined> {
    const { program, version, startPath } = await openVersion(route)
    if (signal.aborted) return
    run(program, { path: route.path || startPath, version })
    desk.show(undefined, texts)
  }

  /** What is known opens at once; what the server says meanwhile counts from the next launch on, or has to count now. */
  function showReleased(route: ProgramRoute, signal: AbortSignal): void {
    const known = catalogue.find(route.appId)
    if (known) showProgram(known, route)
    else showScreen(createScreen({ title: '', texts, onBack: back, content: [] }))
    catalogue.ask(route.appId).then(
      (program) => {
        if (signal.aborted) return
        if (!program) return showMissing()
        if (!known || program.pauseNotice != null || hasToLeave(known, program)) showProgram(program, route)
      },
      (error: unknown) => {
        if (!(error instanceof RequestProblem)) throw error
        if (!known && !signal.aborted) showProblem(error)
      },
    )
  }

  function showProgram(program: ProgramSummary, { path }: ProgramRoute): void {
    if (program.pauseNotice != null) return showPaused(program)
    run(program, {
      path,
      async findUpdate() {
        const latest = await catalogue.ask(program.appId)
        return latest && latest.bundleUrl !== program.bundleUrl ? latest.bundleUrl : undefined
      },
    })
    personal.noteOpened(program.appId)
    desk.show(program, texts)
  }

  function showPaused({ name, pauseNotice }: ProgramSummary): void {
    showScreen(
      createNotice({
        title: texts.get('paused.title', { name: texts.pick(name) }),
        text: pauseNotice ?? '',
        actions: [{ label: texts.get('home'), run: back }],
      }),
    )
  }

  function run(
    program: RunnableProgram,
    how: Pick<ProgramScreenOptions, 'path' | 'version' | 'findUpdate'>,
  ): void {
    const started = createProgramScreen({
      ...how,
      program,
      config,
      texts,
      theme: chosenTheme(),
      loadContainer,
      onLeft: showHome,
      onLaunched: onProgramLaunched,
    })
    showScreen(started.element)
    running = started
    document.title = `${texts.pick(program.name)} · Sampan`
  }

  function showMissing(): void {
    const goHome = () => {
      history.replaceState(null, '', formatRoute({ screen: 'home' }))
      showHome()
    }
    showNotice('missing.title', 'missing.text', [{ label: texts.get('home'), run: goHome }])
  }

  function showNotice(title: TextKey, text: TextKey, actions: Notice['actions']): void {
    showScreen(createNotice({ title: texts.get(title), text: texts.get(text), actions }))
  }

  function showScreen(element: HTMLElement): void {
    running = undefined
    if (!cover) focusBefore = document.activeElement
    // What takes the place of another screen does not come up from below again.
    element.classList.toggle('is-steady', cover !== undefined)
    cover?.remove()
    cover = element
    home.element.inert = true
    connection.element.inert = true
    device.append(element)
  }

  function showHome(): void {
    running = undefined
    cover?.remove()
    cover = undefined
    home.element.inert = false
    connection.element.inert = false
    document.title = 'Sampan'
    applyChoices()
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected) focusBefore.focus()
  }

  addStyles()
  addEventListener('popstate', showRoute)
  darkScheme.addEventListener('change', applyChoices)
  personal.subscribe(applyChoices)
  applyChoices()
  showRoute()
  // While the user looks around, what opens a program gets ready.
  globalThis.requestIdleCallback?.(() => void loadContainer().catch(() => undefined))
  return h('div', { className: 'shell' }, device, desk.element)
}

/** Whether a version that runs is older than its owner lets it be. */
function hasToLeave(running: ProgramSummary, latest: ProgramSummary): boolean {
  const { leaveBefore } = latest
  return leaveBefore != null && running.releasedAt !== undefined && running.releasedAt < leaveBefore
}
