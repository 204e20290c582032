import { h } from '../../preview/page/create-element'
import type { PreviewEvent } from '../../preview/page/preview-events'
import type { Texts } from '../../preview/page/texts'

export interface ConsolePane {
  element: HTMLElement
  add(event: PreviewEvent): void
  clear(): void
}

const MOST_ROWS = 500
/** Close enough to the end to go on following it. */
const FOLLOW_PX = 40

/** What the program logged, and its errors with places in its sources. */
export function createConsolePane(texts: Texts): ConsolePane {
  const empty = h('div', { className: 'console-empty' }, texts.consoleEmpty)
  const rows = h('div', { className: 'console-rows' }, empty)
  const clearButton = h('button', { type: 'button', onclick: clear }, texts.clear)
  const element = h('section', { className: 'console' }, h('header', {}, texts.console, clearButton), rows)

  function clear() {
    rows.replaceChildren(empty)
  }

  function append(row: HTMLElement) {
    const follows = rows.scrollHeight - rows.scrollTop - rows.clientHeight < FOLLOW_PX
    empty.remove()
    rows.append(row)
    if (rows.childElementCount > MOST_ROWS) rows.firstElementChild?.remove()
    if (follows) rows.scrollTop = rows.scrollHeight
  }

  return {
    element,
    clear,
    add(event) {
      if (event.name === 'started') {
        clear()
      } else if (event.name === 'console') {
        const { level, args, source } = event.detail
        append(h('div', { className: `row ${level} ${source}` }, ...args.map(renderValue)))
      } else if (event.name === 'error') {
        const { message, stack } = event.detail
        const text = h('div', { className: 'stack' }, stack ?? message)
        append(h('div', { className: 'row error' }, text))
        if (stack) void mapStack(stack).then((mapped) => (text.textContent = mapped))
      }
    },
  }
}

function renderValue(value: unknown): HTMLElement {
  if (typeof value === 'string') return h('span', { className: 'text' }, value)
  if (typeof value !== 'object' || value === null) return h('span', { className: 'scalar' }, String(value))
  if (value instanceof Error) return h('span', { className: 'stack' }, value.stack ?? value.message)
  const whole = JSON.stringify(value, null, 2)
  const short = JSON.stringify(value)
  if (short.length <= 80) return h('span', { className: 'scalar' }, short)
  return h('details', {}, h('summary', {}, `${short.slice(0, 80)}…`), h('pre', {}, whole))
}

/** Places in the bundle become places in the program's sources. */
async function mapStack(stack: string): Promise<string> {
  try {
    const response = await fetch('/map-stack', { method: 'POST', body: JSON.stringify({ stack }) })
    return ((await response.json()) as { stack: string }).stack
  } catch {
    return stack // The server has been stopped.
  }
}
