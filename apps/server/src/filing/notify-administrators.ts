import type { Queries } from '@sampan/database'
import { listMembers } from '../members/store'
import { notify } from '../notices/notify'

/** Tells whoever administers the program what became of its filing. */
export async function notifyAdministrators(
  tx: Queries,
  program: { app_id: string; name: string },
  kind: string,
  params: Record<string, string> = {},
): Promise<void> {
  const members = await listMembers(tx, program.app_id)
  for (const { userId } of members.filter(({ roles }) => roles.includes('administrator'))) {
    await notify(tx, {
      userId,
      kind,
      params: { program: program.name || program.app_id, ...params },
      link: `/programs/${program.app_id}/filing`,
    })
  }
}

/** Tells everybody who sits at a desk what waits there. */
export async function notifyStaff(
  tx: Queries,
  role: 'reviewer' | 'regulator',
  kind: string,
  { params, link }: { params: Record<string, string>; link: string },
): Promise<void> {
  const staff = await tx.selectFrom('staff').select('user_id').where('role', '=', role).execute()
  for (const { user_id: userId } of staff) await notify(tx, { userId, kind, params, link })
}
