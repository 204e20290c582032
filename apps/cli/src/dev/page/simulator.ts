/** `/`: the preview in a phone of chosen size, with the program's console and the project's problems beside it. */
import { addStyle, h } from '../../preview/page/create-element'
import { followBuilds, readConfig } from '../../preview/page/page-config'
import type { SampanPreview } from '../../preview/page/preview-events'
import problemListCss from '../../preview/page/problem-list.css'
import { renderProblems } from '../../preview/page/problem-list'
import type { ProgramState } from '../../preview/page/program-state'
import { textsOf } from '../../preview/page/texts'
import tokensCss from '../../preview/page/tokens.css'
import { createAccountButton } from './account-button'
import { createConsolePane } from './console-pane'
import { DEVICES } from './devices'
import type { Device } from './devices'
import { remembered } from './remembered'
import simulatorCss from './simulator.css'

const config = readConfig()
const texts = textsOf(config.language)
const deviceName = remembered('device', DEVICES[0]!.name)
const theme = remembered('theme', '')

addStyle(tokensCss + problemListCss + simulatorCss)
document.body.classList.add('sampan-tools')

const frame = h('iframe', { title: config.projectName })
const phone = h('div', { className: 'phone' }, frame)
const stage = h('main', { className: 'stage' }, phone)
const consolePane = createConsolePane(texts)
const problems = h('section', { className: 'problems' })
const pageSelect = h('select', { onchange: () => preview()?.restart(pageSelect.value) })
const aloneLink = h('a', { target: '_blank', textContent: texts.openAlone, href: '/preview' })

document.body.append(
  h(
    'header',
    { className: 'toolbar' },
    h('h1', {}, config.projectName),
    h('label', {}, texts.page, pageSelect),
    h('label', {}, texts.device, createDeviceSelect()),
    h('label', {}, texts.theme, createThemeSelect()),
    h('button', { type: 'button', onclick: () => preview()?.restart() }, texts.restart),
    aloneLink,
    createAccountButton(texts),
  ),
  stage,
  h('aside', { className: 'side' }, problems, consolePane.element),
)
frame.addEventListener('load', () => watchProgram())
new ResizeObserver(() => fitPhone()).observe(stage)
openPreview(new URLSearchParams(location.search).get('path') ?? '')
showState(config.state)
followBuilds(showState)

function preview(): SampanPreview | undefined {
  return frame.contentWindow?.sampanPreview
}

function device(): Device {
  return DEVICES.find(({ name }) => name === deviceName.get()) ?? DEVICES[0]!
}

function createDeviceSelect(): HTMLSelectElement {
  const select = h(
    'select',
    {},
    ...DEVICES.map(({ name, width, height }) =>
      h('option', { value: name }, `${name} · ${width} × ${height}`),
    ),
  )
  select.value = device().name
  select.onchange = () => {
    deviceName.set(select.value)
    fitPhone()
    openPreview(preview()?.path ?? '')
  }
  return select
}

function createThemeSelect(): HTMLSelectElement {
  const choices = [
    ['', texts.themeSystem],
    ['light', texts.themeLight],
    ['dark', texts.themeDark],
  ] as const
  const select = h('select', {}, ...choices.map(([value, text]) => h('option', { value }, text)))
  select.value = theme.get()
  select.onchange = () => {
    theme.set(select.value)
    openPreview(preview()?.path ?? '')
  }
  return select
}

function openPreview(path: string): void {
  const query = new URLSearchParams({ embedded: '', 'status-bar-height': String(device().statusBarHeight) })
  if (path !== '') query.set('path', path)
  if (theme.get() !== '') query.set('theme', theme.get())
  frame.src = `/preview?${query}`
}

/** The phone keeps its size in px, as the program sees it, and is drawn smaller where it does not fit. */
function fitPhone(): void {
  const { width, height } = device()
  const border = 16
  const padding = 32
  const scale = Math.min(
    1,
    (stage.clientWidth - padding) / (width + border),
    (stage.clientHeight - padding) / (height + border),
  )
  phone.style.cssText = `width: ${width}px; height: ${height}px; transform: translate(-50%, -50%) scale(${Math.max(scale, 0.2)})`
}

function watchProgram(): void {
  const current = preview()
  if (!current) return
  for (const event of current.events) consolePane.add(event)
  current.subscribe((event) => {
    consolePane.add(event)
    if (event.name === 'navigate') showPath(current.path)
  })
  showPath(current.path)
}

function showPath(path: string): void {
  const [route = ''] = path.split('?')
  if (route !== '') pageSelect.value = route
  aloneLink.href = `/preview?path=${encodeURIComponent(path)}`
  const address = new URL(location.href)
  if (path !== '') address.searchParams.set('path', path)
  address.searchParams.delete('key')
  history.replaceState(null, '', address)
}

function showState({ pages, problems: found }: ProgramState): void {
  const chosen = pageSelect.value
  pageSelect.replaceChildren(...pages.map((page) => h('option', { value: page }, page)))
  if (pages.includes(chosen)) pageSelect.value = chosen
  problems.hidden = found.length === 0
  problems.replaceChildren(
    h('header', {}, `${texts.problems} (${found.length})`),
    ...renderProblems(found, texts),
  )
}
