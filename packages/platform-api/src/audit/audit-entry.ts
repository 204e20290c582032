/** Something that somebody did to a program. Screens have texts by `action`, filled with `details`. */
export interface AuditEntry {
  id: string
  action: string
  /** Null if nobody did it: a clock, or somebody of the platform. */
  by: { userId: string; name: string } | null
  details: Record<string, unknown>
  /** Of the client; null unless the administrator asks. */
  address: string | null
  at: string
}

/** Answer of `GET /api/programs/:appId/audit?before=&limit=&action=&userId=`, the newest first. */
export interface AuditPage {
  entries: AuditEntry[]
  /** To be given as `before` for those that follow; null after the last. */
  next: string | null
}
