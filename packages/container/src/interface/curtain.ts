import type { LoadPart } from '../capabilities/capability'
import { LaunchScreen } from './launch-screen'
import type { Problem } from './problem/problem'
import type { ProgramIdentity } from './program-icon'
import type { Text } from './texts'

/** What covers the pages: the launch screen while a program starts, or a problem that fills the screen. */
export interface Curtain {
  showLaunch(identity: ProgramIdentity, label: string): void
  showProblem(problem: Problem, text: Text, loadPart: LoadPart): void
  lift(): void
}

export function createCurtain(
  layer: HTMLElement,
  stage: HTMLElement,
  onCover: (isCovered: boolean) => void,
): Curtain {
  let launch: LaunchScreen | undefined
  /** Counts what has been shown: a problem's screen may arrive when something else covers the pages. */
  let turn = 0

  function clear(): void {
    turn += 1
    launch = undefined
    layer.replaceChildren()
    stage.inert = false
    onCover(false)
  }

  return {
    showLaunch(identity, label) {
      if (!launch) {
        clear()
        launch = new LaunchScreen()
        layer.append(launch)
        onCover(true)
      }
      launch.identity = identity
      launch.label = label
    },
    showProblem(problem, text, loadPart) {
      clear()
      stage.inert = true
      onCover(true)
      const ours = turn
      void loadPart('problem-screen', () => import('./problem/problem-screen'))
        .then(
          ({ ProblemScreen }) => {
            const screen = new ProblemScreen()
            const { kind } = problem
            screen.problem = { ...problem, title: text(`${kind}.title`), text: text(`${kind}.text`) }
            return screen
          },
          () => plainScreen(text('part not loaded'), problem),
        )
        .then((screen) => {
          if (turn === ours) layer.append(screen)
        })
    },
    lift() {
      const leaving = launch
      if (!leaving) return clear()
      launch = undefined
      onCover(false)
      void leaving.leave().then(() => leaving.remove())
    },
  }
}

/** Without a connection not even the screen that would say so can be had. */
function plainScreen(text: string, { actions }: Problem): HTMLElement {
  const screen = document.createElement('div')
  screen.className = 'plain-problem'
  screen.setAttribute('role', 'alert')
  screen.append(text)
  for (const { label, run } of actions) {
    const button = document.createElement('button')
    button.textContent = label
    button.onclick = run
    screen.append(button)
  }
  return screen
}
