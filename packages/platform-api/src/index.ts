export type { FilingAction, FilingKind, FilingState, SmsRecipient } from './filing/filing'
export type { RegistrationAction, RegistrationState } from './entities/registration'
export type {
  DomainLists,
  DomainProblem,
  DomainProblemCode,
  RegisteredDomainKind,
} from './domains/domain-list'
export type { Confirmation, MemberPermission, MemberRole } from './members/member-role'
export type {
  DocumentRule,
  EntityKind,
  EntityKindCode,
  Fee,
  FieldRule,
  FieldType,
  FormProblem,
  VerificationRoute,
  VerificationRule,
} from './entities/entity-kind'
export type { ApiProblem } from './problem'
export type { ProgramCategory, ProgramList, ProgramSummary } from './programs'
export type { SuperappConfig } from './superapp'
export type { LocalizedText } from './localized-text'
