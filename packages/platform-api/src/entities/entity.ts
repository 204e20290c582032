import type { PhoneContact, StepRecord } from '../process/process-record'
import type { EntityKindCode, FormProblem, VerificationRoute } from './entity-kind'
import type { RegistrationAction, RegistrationState } from './registration'

/** An owner as lists show it. */
export interface EntitySummary {
  id: string
  kind: EntityKindCode
  /** Name of the entity, or of the person; empty in a draft without one. */
  name: string
  state: RegistrationState
  createdAt: string
  submittedAt: string | null
  /** When the next step has to be done by whoever it waits for. */
  dueAt: string | null
  /** To be given back with every change. */
  revision: number
}

export interface Entity extends EntitySummary {
  verificationRoute: VerificationRoute | null
  /** What was filled in. Secrets are shortened to their last characters (`••••2816`) unless one may see them. */
  answers: Record<string, string>
  documents: { id: string; mediaType: string; sizeBytes: number; uploadedAt: string }[]
  /** What is missing before it can be handed in. */
  problems: FormProblem[]
  /** What whoever asks may do now. */
  actions: RegistrationAction[]
  history: StepRecord<RegistrationState, RegistrationAction>[]
  phoneContacts: PhoneContact[]
}
