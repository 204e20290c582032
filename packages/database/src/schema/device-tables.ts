import type { Generated } from 'kysely'

/** 0015-device-logins.sql */
export interface DeviceTables {
  device_login: {
    id: Generated<string>
    device_code_hash: string
    user_code_hash: string
    device: string
    address: string
    state: Generated<'waiting' | 'approved' | 'refused'>
    user_id: string | null
    interval_seconds: number
    asked_at: Date | null
    created_at: Date
    expires_at: Date
  }
  device_token: {
    id: Generated<string>
    token_hash: string
    user_id: string
    device: string
    address: string
    created_at: Date
    last_used_at: Date
  }
}
