import type { ConfirmationSubject } from './confirmations/confirmation'
import type { DomainProblem } from './domains/domain-list'
import type { FormProblem } from './entities/entity-kind'

/** Body of every answer whose status is 400 or more. */
export interface ApiProblem {
  code:
    | 'not-found'
    | 'invalid-request'
    | 'forbidden'
    | 'internal'
    /** Nobody is signed in. */
    | 'sign-in'
    /** The process is in another state than this step needs. */
    | 'not-now'
    /** Somebody else changed it meanwhile: read it again. */
    | 'changed'
    /** The form has problems, see `problems`. */
    | 'form'
    /** A rule of the platform says no, see `rule`. */
    | 'rule'
    | 'too-many-requests'
    /** It has to be confirmed by a scan with the super-app, see `confirm`; then it is sent again. */
    | 'confirm-first'
  /** For developers, in English. Screens have their own texts by `code`. */
  message: string
  problems?: FormProblem[]
  /** Addresses that cannot be registered. */
  domains?: DomainProblem[]
  /** Id of the rule. */
  rule?: string
  /** What WeChat’s server API answers in the same case, where it has a code. */
  errcode?: number
  /** What to ask a confirmation for. */
  confirm?: ConfirmationSubject
}
