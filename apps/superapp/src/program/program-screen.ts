import type { MiniProgramElement, ProgramEvents } from '@sampan/container'
import type { ProgramSummary, SuperappConfig } from '@sampan/platform-api'
import { createProgramIcon } from '../catalogue/program-icon'
import { h } from '../dom/create-element'
import type { Texts } from '../texts'
import { formatRoute } from '../route'
import { createNotice } from './notice'
import { leaveEntries } from './program-history'

/** What it takes to run a program, released or not. */
export type RunnableProgram = Pick<
  ProgramSummary,
  'appId' | 'name' | 'iconUrl' | 'colour' | 'bundleUrl' | 'version' | 'domains'
>

export interface ProgramScreenOptions {
  program: RunnableProgram
  /** Of a version that is not released: how its addresses name it, and what the program is told. */
  version?: { name: string; envVersion: 'develop' | 'trial' }
  config: Pick<SuperappConfig, 'runtimeUrl' | 'proxyUrl'>
  texts: Texts
  path: string
  theme: 'light' | 'dark'
  /** Resolves when `<mini-program>` is defined. */
  loadContainer(): Promise<void>
  /** Where the latest version of it is, if there is a later one. */
  findUpdate?(): Promise<string | undefined>
  /** The user or the program closed it, and the address says home already. */
  onLeft(): void
  onLaunched(): void
}

export interface ProgramScreen {
  readonly element: HTMLElement
  readonly appId: string
  /** As in its address. */
  readonly version: string
  setTheme(theme: 'light' | 'dark'): void
  /** Opens a page of the program in place of all others. */
  open(path: string): void
}

/** A running program. Its icon and name stand there until the container takes over. */
export function createProgramScreen(options: ProgramScreenOptions): ProgramScreen {
  const { program, version, config, texts, loadContainer } = options
  const name = texts.pick(program.name)
  const element = h('main', { className: 'program-screen', attributes: { 'aria-label': name } })
  let theme = options.theme
  let runner: MiniProgramElement | undefined

  function leave(): void {
    if (!leaveEntries()) options.onLeft()
  }

  async function run(): Promise<void> {
    element.replaceChildren(h('div', { className: 'splash' }, createProgramIcon(program), h('h1', {}, name)))
    try {
      await loadContainer()
    } catch {
      element.replaceChildren(
        createNotice({
          title: texts.get('failed.title'),
          text: texts.get('failed.text'),
          actions: [
            { label: texts.get('retry'), run: () => void run() },
            { label: texts.get('home'), run: leave, isQuiet: true },
          ],
        }),
      )
      return
    }
    runner = createRunner()
    element.append(runner)
    runner.focus({ preventScroll: true })
  }

  /** After the element is defined: what is set on one that is upgraded later is lost. */
  function createRunner(): MiniProgramElement {
    const created = document.createElement('mini-program')
    for (const [attribute, value] of Object.entries({
      runtime: config.runtimeUrl,
      src: program.bundleUrl,
      path: options.path,
      theme,
      language: texts.language,
      name,
      icon: new URL(program.iconUrl, location.href).href,
      version: program.version,
      history: '',
      tabindex: '-1',
    })) {
      created.setAttribute(attribute, value)
    }
    created.settings = {
      domains: program.domains,
      proxyUrl: new URL(config.proxyUrl, location.href).href,
      language: texts.language,
      async checkForUpdate() {
        const bundleUrl = await options.findUpdate?.()
        created.nextSrc = bundleUrl
        return bundleUrl !== undefined
      },
    }
    if (version) created.setAttribute('env-version', version.envVersion)
    created.addressFor = (path) =>
      formatRoute({ screen: 'program', appId: program.appId, path, version: version?.name ?? '' })
    created.linkFor = (path) => new URL(created.addressFor!(path), location.href).href
    created.addEventListener('leave', (event) => {
      event.preventDefault()
      leave()
    })
    listen(created, 'closed', ({ reason }) => {
      if (reason === 'program') leave()
    })
    listen(created, 'launched', options.onLaunched)
    return created
  }

  void run()

  return {
    element,
    appId: program.appId,
    version: version?.name ?? '',
    setTheme(next) {
      theme = next
      runner?.setAttribute('theme', next)
    },
    open(path) {
      void runner?.open(path)
    },
  }
}

function listen<Name extends keyof ProgramEvents>(
  runner: MiniProgramElement,
  eventName: Name,
  react: (detail: ProgramEvents[Name]) => void,
): void {
  runner.addEventListener(eventName, (event) => react((event as CustomEvent<ProgramEvents[Name]>).detail))
}
