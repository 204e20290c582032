export type { SessionInfo } from './identity/session-info'
export { nameDevice } from './identity/name-device'
export type {
  DeviceLoginRequest,
  DeviceToken,
  NewDeviceLogin,
  SignedInTool,
} from './device-logins/device-login'
export type { PlatformInfo } from './platform/platform-info'
export type { Notice } from './notices/notice'
export type { SimulatedMessage } from './delivery/simulated-message'
export type { StaffRole } from './staff/staff-role'
export type { PhoneContact, PhoneContactOutcome, StepRecord } from './process/process-record'
export type {
  ConfirmationRequest,
  ConfirmationState,
  ConfirmationStatus,
  ConfirmationSubject,
  ConfirmedAction,
  NewConfirmation,
} from './confirmations/confirmation'
export { confirmationSubject, readConfirmationSubject } from './confirmations/confirmation-subject'
export type {
  Application,
  ApplicationAction,
  ApplicationKind,
  ApplicationState,
  ApplicationSummary,
  ReviewedApplication,
} from './applications/application'
export type { Category, CategoryGroup, PaperRule } from './categories/category'
export type { DataRegion, NameCheck, NameProblem, ProfileQuotas } from './programs/profile'
export type { Quota } from './programs/quota'
export type { Program, ProgramGap, ProgramListItem, ProgramPage } from './programs/program'
export type { Entity, EntitySummary } from './entities/entity'
export type {
  FaceTask,
  Filing,
  FilingAction,
  FilingKind,
  FilingPage,
  FilingRemark,
  FilingSection,
  FilingSmsCheck,
  FilingState,
  FilingSummary,
  NewFaceTask,
  ProgramFiling,
  SmsRecipient,
} from './filing/filing'
export type { FilingSettings } from './filing/filing-settings'
export type { RegistrationAction, RegistrationState } from './entities/registration'
export type {
  DomainLists,
  DomainProblem,
  DomainProblemCode,
  RegisteredDomainKind,
} from './domains/domain-list'
export type {
  Backend,
  BackendMeasurement,
  BackendProblem,
  ProgramDomains,
  ServerDomainKind,
  ServerDomainLists,
} from './domains/program-domains'
export type { AuditEntry, AuditPage } from './audit/audit-entry'
export type { Invitation, InvitationPreview, InvitationState, NewInvitation } from './members/invitation'
export type { AdministratorOffer, Member, MemberList } from './members/member'
export type { Confirmation, GivenRole, MemberPermission, MemberRole } from './members/member-role'
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
export type { ProgramVersion, VersionFailure, VersionOpening, VersionState } from './versions/program-version'
export type {
  CodeReview,
  CodeReviewAction,
  CodeReviewList,
  CodeReviewState,
  CodeReviewSummary,
  ReviewedCode,
  ReviewFinding,
  ReviewFindingCode,
  ReviewForm,
  ReviewGround,
  ReviewRule,
} from './code-reviews/code-review'
export type { Release, ReleaseAction, ReleaseState, Releasing } from './releasing/releasing'
export type { Credentials, NewAppSecret, NewUploadKey } from './credentials/credentials'
export {
  describeSignedUpload,
  readUploadSignature,
  UPLOAD_SIGNATURE_HEADER,
  writeUploadSignature,
} from './credentials/upload-signature'
export type { SignedUpload } from './credentials/upload-signature'
export type { ApiProblem } from './problem'
export type { ProgramCategory, ProgramList, ProgramSummary } from './catalogue/program-list'
export type { SuperappConfig } from './superapp'
export type { LocalizedText } from './localized-text'
