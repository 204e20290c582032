import { h } from './create-element'
import type { Problem } from './program-state'
import type { Texts } from './texts'

const ORDER = ['error', 'warning', 'info']

/** Problems with their code, errors first. */
export function renderProblems(problems: readonly Problem[], texts: Texts): HTMLElement[] {
  return [...problems]
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    .map((problem) => renderProblem(problem, texts))
}

function renderProblem(
  { severity, message, file, line, column, help, frame }: Problem,
  texts: Texts,
): HTMLElement {
  const place = [file, line, line && column].filter((part) => part !== undefined).join(':')
  return h(
    'div',
    { className: `problem ${severity}` },
    h('div', {}, h('span', { className: 'problem-severity' }, texts[severity]), ` ${message}`),
    place !== '' && h('div', { className: 'problem-place' }, place),
    frame && renderFrame(frame),
    help !== undefined && h('div', { className: 'problem-help' }, `${texts.help}: ${help}`),
  )
}

function renderFrame({ lines, line, offset }: NonNullable<Problem['frame']>): HTMLElement {
  const width = String(lines.at(-1)?.number ?? 0).length
  const rows = lines.map(({ number, text }) => {
    const gutter = h('span', { className: 'number' }, `${String(number).padStart(width)} │ `)
    if (number !== line) return h('div', {}, gutter, text)
    const marked = text.slice(offset, offset + 1) || ' '
    return h('div', {}, gutter, text.slice(0, offset), h('mark', {}, marked), text.slice(offset + 1))
  })
  const frame = h('pre', { className: 'problem-frame' })
  frame.append(...rows)
  return frame
}
