import type { LocalizedText } from '../localized-text'

/** Who owns an account. One way: what an entity is cannot be changed once it is confirmed. */
export type EntityKindCode =
  | 'individual'
  | 'company'
  | 'individual-business'
  | 'government'
  | 'media'
  | 'other-organisation'
  | 'overseas'

/** How a field is written and checked. */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'country'
  | 'phone'
  | 'email'
  | 'identity-number'
  | 'passport-number'
  | 'entity-certificate-number'
  | 'bank-account'
  /** The id of one of `options`. */
  | 'choice'
  /** Ids of `options`, with commas between. `none` stands alone. */
  | 'choices'
  /** `YYYY-MM-DD` */
  | 'date'
  /** Until when a certificate is valid: a date, or `forever`. */
  | 'valid-until'
  /** `yes` of whoever has read the label. */
  | 'accept'

/** One question of a registration form. */
export interface FieldRule {
  id: string
  label: LocalizedText
  help?: LocalizedText
  type: FieldType
  maxCharacters: number
  /** Kept encrypted, shown only to those who decide, each look noted. */
  isSecret: boolean
  /** May stay empty. */
  isOptional?: true
  minCharacters?: number
  options?: { id: string; label: LocalizedText }[]
  maxChoices?: number
  /** Of a certificate: how long it has to be valid from today on. */
  minMonthsLeft?: number
}

/** One paper of a registration form. */
export interface DocumentRule {
  id: string
  label: LocalizedText
  help?: LocalizedText
  isOptional?: true
}

/** How an entity shows that it is who it says. */
export type VerificationRoute = 'none' | 'remittance' | 'agent-review' | 'legal-person-face'

export interface VerificationRule {
  route: VerificationRoute
  label: LocalizedText
  /** Whoever has not finished after this many days begins anew. */
  withinDays?: number
}

export interface Fee {
  currency: 'CNY' | 'USD'
  /** In the smallest unit of the currency: fen, cent. */
  amount: number
  per: 'year'
}

export interface EntityKind {
  code: EntityKindCode
  label: LocalizedText
  who: LocalizedText
  /** Of the entity, then of its administrator. */
  fields: FieldRule[]
  documents: DocumentRule[]
  /** The first is offered first. */
  verification: VerificationRule[]
  fee?: Fee
  /** How many mini programs one entity may own. */
  maxPrograms: number
  /** Whether a mini program needs a filing before its release. */
  filing: 'required' | 'exempt'
  /** The pages that these rules are from. */
  sources: string[]
}

export interface FormProblem {
  /** Id of a field or of a document. */
  field: string
  problem: 'missing' | 'too-long' | 'not-valid' | 'too-short' | 'under-age' | 'expiring' | 'not-asked'
}
