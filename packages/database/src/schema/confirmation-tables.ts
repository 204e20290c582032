import type { Generated } from 'kysely'

/** 0005-confirmations.sql */
export interface ConfirmationTables {
  confirmation: {
    id: Generated<string>
    user_id: string
    session_id: string
    code_hash: string
    action: string
    subject: string
    state: Generated<'waiting' | 'approved' | 'refused' | 'used'>
    created_at: Generated<Date>
    expires_at: Date
    /** Of whoever asked: 0015-device-logins.sql */
    device: Generated<string>
    address: Generated<string>
  }
}
