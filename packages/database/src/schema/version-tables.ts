import type { ColumnType, Generated } from 'kysely'

/** JSON with a default in the table. */
type Json<T> = ColumnType<T, T | string | undefined, T | string>

/** 0006-versions.sql */
export interface VersionTables {
  program_version: {
    id: Generated<string>
    app_id: string
    user_id: string | null
    robot: number | null
    purpose: 'development' | 'preview'
    state: Generated<'compiling' | 'ready' | 'failed'>
    is_current: Generated<boolean>
    number: string
    remark: string
    source_hash: string
    source_bytes: number
    expected_hash: string
    bundle_hash: string | null
    listing_hash: string | null
    packages: Json<{ id: string; root: string; sizeBytes: number }[]>
    failure: string | null
    failure_detail: string | null
    diagnostics: Json<unknown[]>
    created_at: Date
    compiled_at: Date | null
    expires_at: Date | null
    deleted_at: Date | null
  }
  program_trial: {
    app_id: string
    version_id: string
    start_path: string
    chosen_by: string
    chosen_at: Date
  }
  app_secret: {
    app_id: string
    secret_hash: string
    made_at: Date
    made_by: string
    frozen_at: Date | null
  }
  upload_access: {
    app_id: string
    public_key: string | null
    key_made_at: Date | null
    has_allow_list: Generated<boolean>
    allow_list: Json<string[]>
  }
  upload_nonce: { app_id: string; nonce: string; used_at: Date }
}
