import { explainProblem } from '../account/auth-problem'
import { createFacts } from '../account/me-screen'
import { h } from '../dom/create-element'
import { createMark } from '../dom/icons'
import { createScreen } from '../screen/screen'
import type { Texts } from '../texts'

export interface DecisionParts {
  texts: Texts
  title: string
  /** What is asked, in plain words. */
  question: string
  facts: (readonly [string, string])[]
  /** To be read before one approves. */
  warning: string
  /** One may only refuse. */
  approveProblem: string | undefined
  /** What was decided before, or undefined. */
  outcome: string | undefined
  approveLabel: string
  /** Resolves to what to say then. */
  decide(approve: boolean): Promise<string>
  onBack(): void
}

/** What somebody is asked to approve, with all that helps to tell whether they asked for it themselves. */
export function createDecisionScreen(parts: DecisionParts): HTMLElement {
  const { texts, title, question, facts, warning, approveProblem, outcome, onBack } = parts
  const body = h('div', { className: 'decision', attributes: { 'aria-live': 'polite' } })
  const problem = h('p', { className: 'problem', hidden: true, attributes: { role: 'alert' } })
  const refuse = createChoice(texts.get('refuse'), 'quiet button', false)
  const approve = createChoice(parts.approveLabel, 'button', true)
  approve.disabled = approveProblem !== undefined

  function createChoice(label: string, className: string, isApproval: boolean): HTMLButtonElement {
    return h('button', { type: 'button', className, onclick: () => void run(isApproval) }, label)
  }

  async function run(isApproval: boolean): Promise<void> {
    refuse.disabled = approve.disabled = true
    problem.hidden = true
    try {
      showOutcome(await parts.decide(isApproval))
    } catch (error) {
      problem.textContent = explainProblem(error, texts)
      problem.hidden = false
      refuse.disabled = false
      approve.disabled = approveProblem !== undefined
    }
  }

  function showOutcome(text: string): void {
    const done = h('button', { type: 'button', className: 'button', onclick: onBack }, texts.get('done'))
    body.replaceChildren(createMark(), h('h2', {}, text), h('p', { className: 'soft' }, question), done)
    body.classList.add('is-over')
    done.focus()
  }

  body.append(
    h('h2', {}, question),
    createFacts(facts),
    h('p', { className: 'warning' }, approveProblem ?? warning),
    problem,
    h('div', { className: 'decision-buttons' }, refuse, approve),
  )
  if (outcome !== undefined) showOutcome(outcome)
  return createScreen({ title, texts, onBack, content: [body] })
}
