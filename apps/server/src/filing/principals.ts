import type { FilingSection, SmsRecipient } from '@sampan/platform-api'

type Answers = Readonly<Record<string, string>>

/** Whom a code goes to, as the form names them. */
export function personOf(
  answers: Answers,
  recipient: SmsRecipient,
): { name: string; phone: string; identityNumber: string } {
  const isOther = recipient === 'program-principal' && answers.programPrincipal === 'other'
  const who = isOther ? 'programPrincipal' : 'entityPrincipal'
  return {
    name: answers[`${who}Name`] ?? '',
    phone: answers[`${who}Phone`] ?? '',
    identityNumber: answers[`${who}IdentityNumber`] ?? '',
  }
}

const RESPONSIBLE: Record<FilingSection['id'], SmsRecipient | undefined> = {
  entity: 'entity-principal',
  'entity-principal': 'entity-principal',
  program: 'program-principal',
  'program-principal': 'program-principal',
  promises: undefined,
}

/** Whose data differs from what is filed. */
export function changedParts(
  form: readonly FilingSection[],
  filed: Answers,
  answers: Answers,
): Set<SmsRecipient> {
  const changed = new Set<SmsRecipient>()
  for (const { id, fields } of form) {
    const recipient = RESPONSIBLE[id]
    const differs = fields.some((field) => (filed[field.id] ?? '') !== (answers[field.id] ?? ''))
    if (recipient && differs) changed.add(recipient)
  }
  return changed
}

/** The answers about the owner: the next mini program of the same one begins with them. */
export function ownerAnswers(form: readonly FilingSection[], answers: Answers): Record<string, string> {
  const ids = form.flatMap(({ id, fields }) =>
    RESPONSIBLE[id] === 'entity-principal' ? fields.map((field) => field.id) : [],
  )
  return Object.fromEntries(ids.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}
