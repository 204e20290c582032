import type { Generated } from 'kysely'
import type { Json } from './entity-tables'

/** 0013-code-reviews.sql */
export interface ReviewTables {
  code_review: {
    id: Generated<string>
    app_id: string
    version_id: string
    state: 'in-review' | 'approved' | 'rejected' | 'withdrawn' | 'replaced'
    form: Json<{ pages: { path: string; title: string }[]; notes: string; testAccount: string }>
    findings: Json<{ code: string; level: 'error' | 'warning'; detail: string }[]>
    grounds: Json<{ rule: string; page: string; evidence: string }[]>
    is_expedited: Generated<boolean>
    has_appealed: Generated<boolean>
    submitted_by: string
    submitted_at: Date
    due_at: Date | null
    decided_at: Date | null
    revision: Generated<number>
  }
}
