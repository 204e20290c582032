import type { Generated } from 'kysely'

/** 0008-program-profiles.sql */
export interface ProfileTables {
  program_name: {
    name_key: string
    app_id: string | null
    entity_id: string
    free_at: Date | null
  }
  program_change: {
    id: Generated<number>
    app_id: string
    what: 'name' | 'intro' | 'avatar' | 'category'
    at: Date
  }
  program_application: {
    id: Generated<string>
    app_id: string
    kind: 'name' | 'category'
    value: string
    state: 'draft' | 'in-review' | 'sent-back' | 'approved'
    created_at: Date
    submitted_at: Date | null
    due_at: Date | null
    revision: Generated<number>
  }
  program_paper: {
    application_id: string
    paper: string
    media_type: string
    size_bytes: number
    content: Buffer
    uploaded_at: Date
    delete_after: Date | null
  }
}
