import { LaunchScreen } from './launch-screen'
import { type Problem, ProblemScreen } from './problem-screen'
import type { ProgramIdentity } from './program-icon'

/** What covers the pages: the launch screen while a program starts, or a problem that fills the screen. */
export interface Curtain {
  showLaunch(identity: ProgramIdentity, label: string): void
  showProblem(problem: Problem): void
  lift(): void
}

export function createCurtain(
  layer: HTMLElement,
  stage: HTMLElement,
  onCover: (isCovered: boolean) => void,
): Curtain {
  let launch: LaunchScreen | undefined

  function clear(): void {
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
    showProblem(problem) {
      clear()
      const element = new ProblemScreen()
      element.problem = problem
      stage.inert = true
      onCover(true)
      layer.append(element)
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
