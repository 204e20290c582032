import { LaunchScreen } from './launch-screen'
import { type Problem, ProblemScreen } from './problem-screen'
import type { ProgramIdentity } from './program-icon'
import type { Screen } from './screen'

/** What covers the pages: the launch screen while a program starts, or a problem that fills the screen. */
export interface Curtain {
  showLaunch(identity: ProgramIdentity, label: string): void
  showProblem(problem: Problem): void
  lift(): void
}

export function createCurtain(screen: Pick<Screen, 'curtain' | 'stage'>): Curtain {
  let launch: LaunchScreen | undefined

  function clear(): void {
    launch = undefined
    screen.curtain.replaceChildren()
    screen.stage.inert = false
  }

  return {
    showLaunch(identity, label) {
      if (!launch) {
        clear()
        launch = new LaunchScreen()
        screen.curtain.append(launch)
      }
      launch.identity = identity
      launch.label = label
    },
    showProblem(problem) {
      clear()
      const element = new ProblemScreen()
      element.problem = problem
      screen.stage.inert = true
      screen.curtain.append(element)
    },
    lift() {
      const leaving = launch
      if (!leaving) return clear()
      launch = undefined
      void leaving.leave().then(() => leaving.remove())
    },
  }
}
