import type { DocumentRule, EntityKindCode, FieldRule, FormProblem } from '../entities/entity-kind'
import type { PhoneContact, StepRecord } from '../process/process-record'
import type { ProgramGap } from '../programs/program'

/** Where the filing of a mini program stands. */
export type FilingState =
  | 'draft'
  /** The person in charge has to pass the face check. */
  | 'face-check'
  | 'platform-review'
  | 'platform-rejected'
  /** The code of the ministry is waited for. */
  | 'sms-check'
  | 'regulator-review'
  | 'regulator-rejected'
  | 'filed'
  /** Before a filed one is taken back, the code of the ministry is waited for. */
  | 'cancel-check'
  /** The platform has taken it back, the administration not yet. */
  | 'cancelling'
  | 'cancelled'

export type FilingAction =
  | 'submit'
  | 'face-passed'
  | 'face-failed'
  | 'withdraw'
  | 'platform-approve'
  | 'platform-reject'
  | 'sms-confirmed'
  | 'sms-expired'
  | 'sms-tries-used'
  | 'regulator-approve'
  | 'regulator-reject'
  | 'correct'
  | 'change'
  | 'cancel'
  | 'cancel-done'
  /** As `platform-approve` and `cancel`, where nobody gets a code. */
  | 'platform-forward'
  | 'cancel-at-once'
  /** What came back was not corrected in time. */
  | 'correction-late'
  /** What is filed stays as it is. */
  | 'give-up-change'
  | 'begin-again'

/** What a filing is for. */
export type FilingKind =
  'first' | 'new-program' | 'new-access' | 'change' | 'cancel-entity' | 'cancel-service' | 'cancel-access'

/** Whom the ministry sends its code to. */
export type SmsRecipient = 'entity-principal' | 'program-principal'

/** One page of the form. Which questions it has depends on the owner, on the province and on other answers. */
export interface FilingSection {
  id: 'entity' | 'entity-principal' | 'program' | 'program-principal' | 'promises'
  fields: FieldRule[]
  documents: DocumentRule[]
}

/** Why a filing came back. */
export interface FilingRemark {
  /** Id of a field or a document; empty for the whole. */
  field: string
  reason: string
  suggestion: string
}

/** A filing as desks list it. */
export interface FilingSummary {
  id: string
  appId: string
  programName: string
  entityName: string
  kind: FilingKind
  state: FilingState
  submittedAt: string | null
  /** When the next step has to be done by whoever it waits for. */
  dueAt: string | null
}

export interface FilingPage {
  filings: FilingSummary[]
  /** To be given as `before` for those that follow; null after the last. */
  next: string | null
}

export interface Filing extends FilingSummary {
  /** What WeChat’s server API calls the state. */
  statusCode: number
  entityKind: EntityKindCode
  certificateNumber: string
  /** As the program bears it; a change in progress leaves it. */
  number: string | null
  filedAt: string | null
  form: FilingSection[]
  /** Secrets are shortened to their last characters unless one may see them. */
  answers: Record<string, string>
  documents: { id: string; mediaType: string; sizeBytes: number; uploadedAt: string }[]
  /** What is missing before it can be submitted. */
  problems: FormProblem[]
  remarks: FilingRemark[]
  smsChecks: FilingSmsCheck[]
  /** What whoever asks may do now. */
  actions: FilingAction[]
  history: StepRecord<FilingState, FilingAction>[]
  phoneContacts: PhoneContact[]
  /** To be given back with every change. */
  revision: number
}

/** A code of the ministry, and where it is answered. */
export interface FilingSmsCheck {
  id: string
  recipient: SmsRecipient
  programName: string
  /** Shortened. */
  phone: string
  state: 'waiting' | 'confirmed' | 'over'
  triesLeft: number
  expiresAt: string
}

/** Answer of `GET /api/programs/:appId/filing`, and of every change of it. */
export interface ProgramFiling {
  /** Whether it is released only with a number. */
  isRequired: boolean
  /** What the program has to have before it is filed. */
  missing: ProgramGap[]
  /** Null until somebody begins one. */
  filing: Filing | null
}

/** The check of a face, opened by a code on a phone. */
export interface FaceTask {
  programName: string
  personName: string
  state: 'waiting' | 'passed' | 'failed' | 'over'
  /** False: nobody looks at a face, whoever opens it says how it went. */
  isReal: boolean
  expiresAt: string
}

/** Answer of `POST /api/programs/:appId/filing/face-tasks`: `url` is shown as a QR code. */
export interface NewFaceTask {
  url: string
  isReal: boolean
  expiresAt: string
}
