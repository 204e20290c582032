import type { LocalizedText } from '../localized-text'
import type { PaperRule } from '../categories/category'
import type { StepRecord } from '../process/process-record'

export type ApplicationKind = 'name' | 'category'

export type ApplicationState =
  | 'draft'
  | 'in-review'
  /** To be mended by the applicant, see the reason in the history. */
  | 'sent-back'
  | 'approved'

export type ApplicationAction = 'submit' | 'withdraw' | 'send-back' | 'approve'

/**
 * Something that a program gets after its papers were looked at. `GET /api/programs/:appId/applications` lists them;
 * `POST` there `{kind, value}` begins one (a category without papers is approved at once);
 * `PUT …/:id/papers/:paper` (body: a JPEG or PNG, 2 MB at most) adds a paper, `POST …/:id/steps {revision, action}` hands
 * in or withdraws, `DELETE …/:id` gives it up: also an approved category, not one in review.
 *
 * Refusals by `rule`: those of `NameProblem`; `no-such-category`, `category-not-for-you`, `category-chosen`,
 * `too-many-categories`, `quota-used`, `papers-missing`, `reason-missing`, `own-program`, `name-application-open`.
 */
export interface Application {
  id: string
  appId: string
  kind: ApplicationKind
  /** The name, or the id of the category. */
  value: string
  /** `value` to be read: the name, or that of the category. */
  label: LocalizedText
  state: ApplicationState
  /** Sets of papers, of which one is needed whole. */
  wanted: PaperRule[][]
  papers: { id: string; mediaType: string; sizeBytes: number; uploadedAt: string }[]
  createdAt: string
  submittedAt: string | null
  /** When a reviewer is to have decided. */
  dueAt: string | null
  revision: number
  /** What whoever asks may do now. */
  actions: ApplicationAction[]
  history: StepRecord<ApplicationState, ApplicationAction>[]
}

/** `GET /api/review/applications/:id`: with whose it is. */
export interface ReviewedApplication extends Application {
  programName: string
  entityName: string
}

/** A line of `GET /api/review/applications?before=&limit=`, the most urgent first. */
export interface ApplicationSummary {
  id: string
  appId: string
  kind: ApplicationKind
  value: string
  label: LocalizedText
  programName: string
  entityName: string
  submittedAt: string | null
  dueAt: string | null
}
