/**
 * A long process (a registration, a filing, a release) as a table: what may be done in which state, by whom. The table
 * says all there is to say; what happens besides belongs to the area's service.
 */
export interface Step<State extends string, Action extends string, Actor extends string> {
  action: Action
  from: readonly State[]
  to: State
  by: readonly Actor[]
}

export type StepRefusal<Action extends string> =
  { refused: 'not-now'; possible: Action[] } | { refused: 'not-yours'; possible: Action[] }

export type StepOutcome<State extends string, Action extends string> = { to: State } | StepRefusal<Action>

/** Where an action leads, or why it does not. */
export function takeStep<State extends string, Action extends string, Actor extends string>(
  table: readonly Step<State, Action, Actor>[],
  state: State,
  action: Action,
  actor: Actor,
): StepOutcome<State, Action> {
  const here = table.filter((step) => step.from.includes(state))
  const wanted = here.filter((step) => step.action === action)
  const mine = wanted.find((step) => step.by.includes(actor))
  if (mine) return { to: mine.to }
  const possible = here.filter((step) => step.by.includes(actor)).map((step) => step.action)
  return { refused: wanted.length > 0 ? 'not-yours' : 'not-now', possible: [...new Set(possible)] }
}
