import type { LocalizedText } from '../localized-text'
import type { StepRecord } from '../process/process-record'

export type CodeReviewState =
  | 'in-review'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  /** By a later submission. */
  | 'replaced'

export type CodeReviewAction =
  'submit' | 'withdraw' | 'expedite' | 'approve' | 'reject' | 'appeal' | 'replace'

/** Found without a person. An `error` stands in the way of the submission; a `warning` is for the reviewer to see. */
export interface ReviewFinding {
  code: ReviewFindingCode
  level: 'error' | 'warning'
  /** What it is about: a page, an address, a word. */
  detail: string
}

export type ReviewFindingCode =
  /** The profile lacks something; `detail` is a `ProgramGap`. */
  | 'profile-gap'
  | 'no-such-page'
  /** More than ten programs that it jumps to. */
  | 'too-many-jumps'
  /** A location interface that `requiredPrivateInfos` does not name. */
  | 'private-info-undeclared'
  | 'permission-without-reason'
  /** A server that is not among the registered ones. */
  | 'server-unlisted'
  | 'few-pages'
  /** A claim that advertising law forbids. */
  | 'forbidden-word'
  /** `debug` is on in app.json. */
  | 'debug-on'

export interface ReviewForm {
  /** Up to 5 that show what the program does. */
  pages: { path: string; title: string }[]
  /** For the reviewer. */
  notes: string
  /** For the reviewer to sign in with; only reviewers and members see it. */
  testAccount: string
}

/** Which rule is broken, and where one sees it. */
export interface ReviewGround {
  /** Id of a `ReviewRule`. */
  rule: string
  /** Empty if it is about the whole. */
  page: string
  evidence: string
}

/** A rule that reviewers decide by, as `GET /api/review/rules` lists them. */
export interface ReviewRule {
  id: string
  label: LocalizedText
}

/**
 * `POST /api/programs/:appId/reviews {versionId, form}` submits a development version, in place of one that waits;
 * `POST …/reviews/:id/steps {revision, action: 'withdraw' | 'expedite' | 'appeal', reason}`.
 *
 * Refusals by `rule`: `pre-checks` (see `GET …/reviews/check?versionId=`), `too-many-withdrawals`,
 * `too-many-expedites`, `appealed-before`, `reason-missing`, `grounds-missing`, `own-program`, `version-not-current`.
 */
export interface CodeReview {
  id: string
  appId: string
  version: { id: string; number: string; remark: string; sizeBytes: number }
  state: CodeReviewState
  form: ReviewForm
  findings: ReviewFinding[]
  grounds: ReviewGround[]
  isExpedited: boolean
  submittedBy: string
  submittedAt: string
  dueAt: string | null
  decidedAt: string | null
  revision: number
  /** What whoever asks may do now. */
  actions: CodeReviewAction[]
  history: StepRecord<CodeReviewState | '', CodeReviewAction>[]
}

/** Answer of `GET /api/programs/:appId/reviews`, the newest first. */
export interface CodeReviewList {
  reviews: CodeReview[]
  withdrawals: { used: number; limit: number }
  expedites: { used: number; limit: number }
}

/** `GET /api/review/code-reviews/:id`: with what the reviewer has to know of the program. */
export interface ReviewedCode extends CodeReview {
  programName: string
  intro: string
  entityName: string
  categories: LocalizedText[]
  /** In the order of `app.json`. */
  pages: string[]
}

/** A line of `GET /api/review/code-reviews?before=&limit=`, the most urgent first. */
export interface CodeReviewSummary {
  id: string
  appId: string
  programName: string
  entityName: string
  number: string
  isExpedited: boolean
  submittedAt: string
  dueAt: string | null
}
