import { addStyle, h } from './create-element'
import problemListCss from './problem-list.css'
import { renderProblems } from './problem-list'
import problemSheetCss from './problem-sheet.css'
import type { Problem } from './program-state'
import { textsOf } from './texts'
import tokensCss from './tokens.css'

/** Errors of the project over the lower part of the program, until dismissed or mended. */
export interface ProblemSheet {
  element: HTMLElement
  show(problems: readonly Problem[]): void
}

export function createProblemSheet(language: 'en' | 'zh'): ProblemSheet {
  const texts = textsOf(language)
  addStyle(tokensCss + problemListCss + problemSheetCss)
  const list = h('div')
  const dismiss = h('button', { type: 'button', onclick: () => (element.hidden = true) }, texts.dismiss)
  const element = h(
    'aside',
    { className: 'sampan-tools problem-sheet', hidden: true },
    h('header', {}, texts.problems, dismiss),
    list,
  )
  return {
    element,
    show(problems) {
      const errors = problems.filter(({ severity }) => severity === 'error')
      element.hidden = errors.length === 0
      list.replaceChildren(...renderProblems(errors, texts))
    },
  }
}
