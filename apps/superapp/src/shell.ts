import type { ProgramSummary, SuperappConfig } from '@sampan/platform-api'
import { createDeskPanel } from './desk/desk-panel'
import { h } from './dom/create-element'
import { createHomeScreen } from './home/home-screen'
import { createConnectionNote } from './offline/connection-note'
import type { PersonalStore } from './personal/personal-store'
import { createContainerLoader } from './program/load-container'
import { createNotice } from './program/notice'
import { isNewEntry, pushProgramEntry } from './program/program-history'
import { createProgramScreen } from './program/program-screen'
import type { ProgramScreen } from './program/program-screen'
import { formatRoute, parseRoute } from './route'
import { openAboutSheet } from './sheets/about-sheet'
import { openSettingsSheet } from './sheets/settings-sheet'
import { addStyles } from './style/styles'
import { createTexts, systemLanguage } from './texts'

/** The whole super-app: home, and a program over it when the address says so. */
export function createShell(
  config: SuperappConfig,
  personal: PersonalStore,
  onProgramLaunched: () => void,
): HTMLElement {
  const { programs } = config
  const darkScheme = matchMedia('(prefers-color-scheme: dark)')
  const loadContainer = createContainerLoader(config)
  const desk = createDeskPanel(config)
  const connection = createConnectionNote()
  const home = createHomeScreen({
    open: (program) => open(program),
    about: (program) =>
      openAboutSheet({ host: device, program, texts, personal, onOpen: () => open(program) }),
    settings: () => openSettingsSheet({ host: device, texts, personal }),
  })
  const device = h('div', { className: 'device' }, home.element, connection.element)
  let texts = createTexts(chosenLanguage())
  let running: ProgramScreen | undefined
  /** A program's screen, or the notice that there is no such program. */
  let cover: HTMLElement | undefined
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
    home.show({ programs, personal: personal.read(), texts })
    desk.show(programOf(running?.appId), texts)
  }

  function programOf(appId: string | undefined): ProgramSummary | undefined {
    return programs.find((program) => program.appId === appId)
  }

  function open(program: ProgramSummary): void {
    pushProgramEntry(program.appId, '')
    showRoute()
  }

  function showRoute(): void {
    const route = parseRoute(location.hash)
    if (route.screen === 'home') return showHome()
    if (running?.appId === route.appId) {
      // Entries of its pages are the container's to follow.
      if (isNewEntry()) running.open(route.path)
      return
    }
    const program = programOf(route.appId)
    if (!program) return showMissing()
    running = createProgramScreen({
      program,
      config,
      texts,
      path: route.path,
      theme: chosenTheme(),
      loadContainer,
      onLeft: showHome,
      onLaunched: onProgramLaunched,
    })
    personal.noteOpened(program.appId)
    showCover(running.element)
    desk.show(program, texts)
    document.title = `${texts.pick(program.name)} · Sampan`
  }

  function showMissing(): void {
    running = undefined
    const goHome = () => {
      history.replaceState(null, '', formatRoute({ screen: 'home' }))
      showHome()
    }
    showCover(
      createNotice({
        title: texts.get('missing.title'),
        text: texts.get('missing.text'),
        actions: [{ label: texts.get('home'), run: goHome }],
      }),
    )
  }

  function showCover(element: HTMLElement): void {
    if (!cover) focusBefore = document.activeElement
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
