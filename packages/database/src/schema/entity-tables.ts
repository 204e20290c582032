import type { ColumnType, Generated } from 'kysely'

/** Written as JSON text, read as what it says. */
export type Json<T> = ColumnType<T, T | string, T | string>

type RegistrationState =
  'draft' | 'verifying' | 'in-review' | 'sent-back' | 'approved' | 'refused' | 'expired' | 'lapsed'

/** 0003-entities.sql */
export interface EntityTables {
  entity: {
    id: Generated<string>
    kind: string
    state: Generated<RegistrationState>
    administrator_id: string
    verification_route: string | null
    answers: ColumnType<Record<string, string>, Record<string, string> | undefined, Record<string, string>>
    secret_answers: Buffer | null
    created_at: Generated<Date>
    submitted_at: Date | null
    due_at: Date | null
    approved_at: Date | null
    revision: Generated<number>
  }
  entity_document: {
    id: Generated<string>
    entity_id: string
    document: string
    media_type: string
    size_bytes: number
    content: Buffer
    uploaded_at: Generated<Date>
    delete_after: Date | null
  }
  process_step: {
    id: Generated<string>
    process: string
    subject_id: string
    action: string
    from_state: string
    to_state: string
    actor: string
    user_id: string | null
    reason: string
    details: Json<Record<string, unknown>>
    at: Generated<Date>
  }
  phone_contact: {
    id: Generated<string>
    process: string
    subject_id: string
    reviewer_id: string
    outcome: 'reached' | 'no-answer' | 'wrong-number'
    note: string
    at: Generated<Date>
  }
  audit_entry: {
    id: Generated<string>
    user_id: string | null
    action: string
    subject: string
    subject_id: string
    details: Json<Record<string, unknown>>
    address: string
    at: Generated<Date>
  }
  notice: {
    id: Generated<string>
    user_id: string
    kind: string
    params: Json<Record<string, string>>
    link: string
    created_at: Generated<Date>
    read_at: Date | null
  }
}
