import type { Queries } from '@sampan/database'
import type { NameCheck, NameProblem } from '@sampan/platform-api'
import type { EntityRow } from '../entities/store'
import { Refusal } from '../http/refusal'
import { claimName, dropName, giveUpName } from './name-store'
import { checkName, NAME_ERRCODES } from './rules/check-name'
import { nameKey } from './rules/name-key'
import type { NameWords } from './rules/name-words'
import type { ProgramRow } from './store'

export type NamedProgram = Pick<ProgramRow, 'app_id' | 'entity_id' | 'name_key'>

/** What is to be said to a name before it is asked who has it. */
export function judgeName(
  name: string,
  program: Pick<ProgramRow, 'name' | 'released_at'>,
  { kind }: Pick<EntityRow, 'kind'>,
  words: NameWords,
): NameCheck {
  const isIndividual = kind === 'individual'
  const verdict = checkName(name, { isIndividual, words })
  if (verdict.problem !== null) return verdict
  const needsReview = program.released_at !== null && !isIndividual && program.name !== name
  return { problem: needsReview ? 'name-needs-review' : null, words: [] }
}

/** What is no reason against a name, only one to have it looked at. */
export function isForReview(problem: NameProblem): boolean {
  return problem === 'name-needs-proof' || problem === 'name-needs-review'
}

/** The program is called so from now on, and its owner keeps the former name for some days. */
export async function takeName(
  tx: Queries,
  program: NamedProgram,
  { name, keptDays, now }: { name: string; keptDays: number; now: Date },
): Promise<void> {
  const claim = claimOf(name, program)
  await reserveName(tx, program, name, now)
  if (program.name_key !== '' && program.name_key !== claim.key) {
    await giveUpName(tx, { key: program.name_key, appId: program.app_id, now, keptDays })
  }
}

/** Nobody else gets the name, while it is applied for or borne. */
export async function reserveName(
  tx: Queries,
  program: { app_id: string; entity_id: string },
  name: string,
  now: Date,
): Promise<void> {
  const refused = await claimName(tx, { ...claimOf(name, program), now })
  if (refused) throw nameRefusal(refused, [])
}

/** An application for it was given up. */
export async function releaseName(
  tx: Queries,
  program: { app_id: string; name_key: string },
  name: string,
): Promise<void> {
  const key = nameKey(name)
  if (key !== program.name_key) await dropName(tx, key, program.app_id)
}

export function nameRefusal(problem: NameProblem, words: string[]): Refusal {
  const errcode = NAME_ERRCODES[problem]
  return new Refusal(
    { code: 'rule', rule: problem, ...(errcode !== undefined && { errcode }) },
    words.length > 0 ? `The name has ${words.join(', ')}` : `The name cannot be had: ${problem}`,
  )
}

export function claimOf(name: string, { app_id, entity_id }: { app_id: string; entity_id: string }) {
  return { key: nameKey(name), appId: app_id, entityId: entity_id }
}
