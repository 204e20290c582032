import type { Generated } from 'kysely'

/** 0004-programs.sql */
export interface ProgramTables {
  program: {
    app_id: string
    entity_id: string
    name: Generated<string>
    name_key: Generated<string>
    intro: Generated<string>
    avatar: string | null
    avatar_media_type: string | null
    data_region: string | null
    released_at: Date | null
    created_at: Generated<Date>
    revision: Generated<number>
  }
  program_member: {
    app_id: string
    user_id: string
    role: 'administrator' | 'operator' | 'developer' | 'analyst' | 'tester'
    added_by: string | null
    added_at: Generated<Date>
  }
}
