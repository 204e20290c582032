import type { Generated } from 'kysely'

/** 0007-members.sql */
export interface MemberTables {
  program_invitation: {
    id: Generated<string>
    app_id: string
    token_hash: string
    roles: ('operator' | 'developer' | 'analyst' | 'tester')[]
    most_uses: number
    uses: Generated<number>
    created_by: string
    created_at: Generated<Date>
    expires_at: Date
    revoked_at: Date | null
  }
  administrator_offer: {
    app_id: string
    to_user_id: string
    offered_by: string
    stay_as: ('operator' | 'developer' | 'analyst' | 'tester')[]
    expires_at: Date
  }
}
