import type { Generated } from 'kysely'

/** 0002-identity.sql. Of the library's tables, those that we ask ourselves. */
export interface IdentityTables {
  'auth.user': {
    id: string
    name: string
    email: string
    emailVerified: boolean
    phoneNumber: string | null
    phoneNumberVerified: boolean | null
    twoFactorEnabled: boolean | null
    language: Generated<string>
  }
  staff: {
    user_id: string
    role: 'reviewer' | 'regulator' | 'operator'
    granted_at: Generated<Date>
  }
  simulated_message: {
    id: Generated<string>
    channel: 'email' | 'sms'
    recipient: string
    subject: Generated<string>
    body: string
    sent_at: Generated<Date>
  }
}
