import type { ApiProblem } from '@sampan/platform-api'

/**
 * A service says no. Thrown, because every route answers it alike; what a caller decides by (whether a step may be
 * taken) is a value and not this.
 */
export class Refusal extends Error {
  readonly problem: Omit<ApiProblem, 'message'>

  constructor(problem: Omit<ApiProblem, 'message'> | ApiProblem['code'], message: string) {
    super(message)
    this.problem = typeof problem === 'string' ? { code: problem } : problem
  }
}

export function notFound(what: string): Refusal {
  return new Refusal('not-found', `There is no such ${what}`)
}
