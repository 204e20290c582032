import type { ProgramSummary } from '@sampan/platform-api'
import { findPrograms } from '../catalogue/find-programs'
import { createProgramIcon } from '../catalogue/program-icon'
import { h } from '../dom/create-element'
import { createIcon, createMark, type IconName } from '../dom/icons'
import type { PersonalState } from '../personal/personal-store'
import type { Texts } from '../texts'

export interface HomeState {
  programs: readonly ProgramSummary[]
  personal: PersonalState
  texts: Texts
}

export interface HomeActions {
  open(program: ProgramSummary): void
  about(program: ProgramSummary): void
  /** What the server finds, which knows more than this page. */
  search(query: string): Promise<readonly ProgramSummary[]>
  settings(): void
  scan(): void
  me(): void
}

export interface HomeScreen {
  readonly element: HTMLElement
  show(state: HomeState): void
}

const MOST_TILES = 8
const ASK_AFTER_MS = 200

/** Search, recents, favourites, and everything there is. */
export function createHomeScreen(actions: HomeActions): HomeScreen {
  const input = h('input', { type: 'search', enterKeyHint: 'search', autocomplete: 'off', spellcheck: false })
  const clearButton = h(
    'button',
    { type: 'button', className: 'icon-button', onclick: clearSearch },
    createIcon('clear'),
  )
  const scanButton = createBarButton('scan', () => actions.scan())
  const settingsButton = createBarButton('settings', () => actions.settings())
  const meButton = createBarButton('person', () => actions.me())
  const results = h('div', { className: 'results', attributes: { 'aria-live': 'polite' } })
  const element = h(
    'main',
    { className: 'home' },
    h(
      'header',
      { className: 'home-bar' },
      createMark(),
      h('h1', {}, 'Sampan'),
      scanButton,
      settingsButton,
      meButton,
    ),
    h('label', { className: 'search' }, createIcon('search'), input, clearButton),
    results,
  )
  let state: HomeState | undefined

  let asking = 0
  /** Of the server, for the query that it was asked. */
  let answer: { query: string; programs: readonly ProgramSummary[] } | undefined

  input.oninput = () => {
    render()
    clearTimeout(asking)
    const query = input.value.trim()
    if (query !== '') asking = window.setTimeout(() => void ask(query), ASK_AFTER_MS)
  }

  /** Without a connection the programs that are known have to do. */
  async function ask(query: string): Promise<void> {
    const programs = await actions.search(query).catch(() => undefined)
    if (!programs || query !== input.value.trim()) return
    answer = { query, programs }
    render()
  }

  function find(programs: readonly ProgramSummary[], query: string): readonly ProgramSummary[] {
    const known = findPrograms(programs, query)
    if (answer?.query !== query) return known
    const isKnown = new Set(known.map(({ appId }) => appId))
    return [...known, ...answer.programs.filter(({ appId }) => !isKnown.has(appId))]
  }
  input.onkeydown = ({ key, isComposing }) => {
    if (!state || isComposing) return
    const [first] = find(state.programs, input.value.trim())
    if (key === 'Enter' && input.value.trim() !== '' && first) actions.open(first)
    if (key === 'Escape') clearSearch()
  }

  function clearSearch(): void {
    input.value = ''
    render()
    input.focus()
  }

  function render(): void {
    if (!state) return
    const query = input.value.trim()
    clearButton.hidden = query === ''
    results.replaceChildren(...(query === '' ? renderOverview(state) : renderFound(state, query)))
  }

  function renderOverview({ programs, personal, texts }: HomeState): HTMLElement[] {
    const recents = pickPrograms(programs, personal.recents).slice(0, MOST_TILES)
    const favourites = pickPrograms(programs, personal.favourites)
    const [first] = programs
    return [
      recents.length > 0
        ? renderTiles(texts.get('recents'), recents, texts)
        : first && renderInvitation(first, texts),
      favourites.length > 0 && renderTiles(texts.get('favourites'), favourites, texts),
      programs.length > 0
        ? renderList(texts.get('discover'), programs, texts)
        : renderEmpty(texts.get('discover.empty'), texts.get('discover.empty.hint')),
    ].filter((part): part is HTMLElement => Boolean(part))
  }

  function renderFound({ programs, texts }: HomeState, query: string): HTMLElement[] {
    const found = find(programs, query)
    if (found.length > 0) return [renderList(texts.get('discover'), found, texts)]
    const all = h(
      'button',
      { type: 'button', className: 'quiet button', onclick: clearSearch },
      texts.get('search.all'),
    )
    return [renderEmpty(texts.get('search.none', { query }), texts.get('search.none.hint'), all)]
  }

  function renderTiles(title: string, programs: ProgramSummary[], texts: Texts): HTMLElement {
    const tiles = programs.map((program) =>
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', className: 'tile', onclick: () => actions.open(program) },
          createProgramIcon(program),
          h('span', {}, texts.pick(program.name)),
        ),
      ),
    )
    return h('section', {}, h('h2', {}, title), h('ul', { className: 'tiles' }, ...tiles))
  }

  function renderInvitation(program: ProgramSummary, texts: Texts): HTMLElement {
    const name = texts.pick(program.name)
    return h(
      'section',
      { className: 'invitation' },
      createProgramIcon(program),
      h(
        'div',
        {},
        h('h2', {}, texts.get('recents.empty')),
        h('p', {}, texts.get('recents.empty.hint', { name })),
        h(
          'button',
          { type: 'button', className: 'button', onclick: () => actions.open(program) },
          texts.get('open.named', { name }),
        ),
      ),
    )
  }

  function renderList(title: string, programs: readonly ProgramSummary[], texts: Texts): HTMLElement {
    const rows = programs.map((program) => {
      const name = texts.pick(program.name)
      return h(
        'li',
        { className: 'row' },
        h(
          'button',
          { type: 'button', className: 'row-open', onclick: () => actions.open(program) },
          createProgramIcon(program),
          h(
            'span',
            { className: 'row-texts' },
            h('span', { className: 'row-name' }, name),
            h('span', { className: 'row-intro' }, texts.pick(program.intro)),
            h('span', { className: 'row-category' }, texts.get(`category.${program.category}`)),
          ),
        ),
        h(
          'button',
          {
            type: 'button',
            className: 'icon-button',
            onclick: () => actions.about(program),
            attributes: { 'aria-label': texts.get('about.named', { name }) },
          },
          createIcon('more'),
        ),
      )
    })
    return h('section', {}, h('h2', {}, title), h('ul', { className: 'rows' }, ...rows))
  }

  return {
    element,
    show(next) {
      state = next
      input.placeholder = next.texts.get('search')
      input.setAttribute('aria-label', input.placeholder)
      clearButton.setAttribute('aria-label', next.texts.get('search.clear'))
      scanButton.setAttribute('aria-label', next.texts.get('scan'))
      settingsButton.setAttribute('aria-label', next.texts.get('settings'))
      meButton.setAttribute('aria-label', next.texts.get('me'))
      render()
    },
  }
}

function createBarButton(icon: IconName, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', className: 'icon-button', onclick }, createIcon(icon))
}

function renderEmpty(title: string, hint: string, action?: HTMLElement): HTMLElement {
  return h('section', { className: 'empty' }, createMark(), h('h2', {}, title), h('p', {}, hint), action)
}

function pickPrograms(programs: readonly ProgramSummary[], appIds: string[]): ProgramSummary[] {
  return appIds
    .map((appId) => programs.find((program) => program.appId === appId))
    .filter((program) => program !== undefined)
}
