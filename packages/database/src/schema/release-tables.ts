import type { Generated } from 'kysely'

/** 0014-releasing.sql */
export interface ReleaseTables {
  program_release: {
    id: Generated<string>
    app_id: string
    version_id: string
    state: 'gradual' | 'online' | 'replaced' | 'cancelled'
    percent: number
    is_paused: Generated<boolean>
    members_first: boolean
    is_rollback: Generated<boolean>
    was_rolled_back: Generated<boolean>
    released_by: string
    created_at: Date
    online_at: Date | null
  }
  program_service: {
    app_id: string
    is_paused: Generated<boolean>
    pause_notice: Generated<string>
    is_searchable: Generated<boolean>
    minimum_release_id: string | null
  }
}
