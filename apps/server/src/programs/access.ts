import type { Queries } from '@sampan/database'
import type { MemberPermission } from '@sampan/platform-api'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { mayDo } from '../members/rules/permissions'
import { findProgramOfMember, type ProgramOfMember } from './store'

/**
 * The first line of whatever is done under `/api/programs/:appId`. Somebody else's program is not there, as far as they
 * are told; a member whose roles do not allow it is refused.
 */
export async function requireProgram(
  queries: Queries,
  { session }: Asker,
  appId: string,
  permission: MemberPermission,
): Promise<ProgramOfMember> {
  const program = await findProgramOfMember(queries, appId, session.userId)
  if (!program) throw notFound('program')
  if (!mayDo(program.roles, permission)) {
    throw new Refusal('forbidden', `${program.roles.join(', ')} may not ${permission}`)
  }
  return program
}
