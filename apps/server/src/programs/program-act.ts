import type { AuditedAct } from '../audit/audit'
import type { Asker } from '../identity/asker'

/** An entry of a program's own journal. */
export function programAct(
  { session, address }: Asker,
  action: string,
  appId: string,
  details: Record<string, unknown> = {},
): AuditedAct {
  return { userId: session.userId, action, subject: 'program', subjectId: appId, address, details }
}
