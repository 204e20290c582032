import type { ColumnType, Generated } from 'kysely'
import type { Json } from './entity-tables'

type FilingState =
  | 'draft'
  | 'face-check'
  | 'platform-review'
  | 'platform-rejected'
  | 'sms-check'
  | 'regulator-review'
  | 'regulator-rejected'
  | 'filed'
  | 'cancel-check'
  | 'cancelling'
  | 'cancelled'

type FilingKind =
  'first' | 'new-program' | 'new-access' | 'change' | 'cancel-entity' | 'cancel-service' | 'cancel-access'

type Answers = Record<string, string>

/** 0012-filing.sql */
export interface FilingTables {
  filing: {
    id: Generated<string>
    app_id: string
    entity_id: string
    kind: Generated<FilingKind>
    state: Generated<FilingState>
    answers: ColumnType<Answers, Answers, Answers>
    secret_answers: Buffer | null
    filed_answers: ColumnType<Answers | null, undefined, Answers | null>
    filed_secret_answers: Buffer | null
    number: string | null
    filed_at: Date | null
    remarks: ColumnType<{ field: string; reason: string; suggestion: string }[], undefined, string>
    created_at: Date
    submitted_at: Date | null
    due_at: Date | null
    reminded_at: Date | null
    revision: Generated<number>
  }
  filing_document: {
    filing_id: string
    document: string
    media_type: string
    size_bytes: number
    content: Buffer
    uploaded_at: Date
    delete_after: Date | null
  }
  filing_face_task: {
    id: Generated<string>
    filing_id: string
    code_hash: string
    state: Generated<'waiting' | 'passed' | 'failed'>
    created_at: Date
    expires_at: Date
  }
  filing_sms_check: {
    id: Generated<string>
    filing_id: string
    recipient: 'entity-principal' | 'program-principal'
    code: Buffer
    sent_at: Date
    resent_at: Date | null
    wrong_tries: Generated<number>
    confirmed_at: Date | null
  }
  entity_filing: {
    entity_id: string
    number: string
    province: string
    last_ordinal: Generated<number>
    filed_at: Date
  }
  filing_serial: { province: string; year: number; last: number }
  platform_setting: { name: string; value: Json<object>; changed_at: Date }
}
