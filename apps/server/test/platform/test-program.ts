import type { EntityKindCode, MemberRole, Program } from '@sampan/platform-api'
import type { TestPlatform, Visitor } from './test-platform'

/** An owner whose registration is through, without its forms. */
export async function approvedEntity(
  { database }: TestPlatform,
  administrator: Visitor,
  kind: EntityKindCode = 'company',
  entityName = 'River Tea Ltd',
): Promise<string> {
  const { id } = await database.db.kysely
    .insertInto('entity')
    .values({
      kind,
      state: 'approved',
      administrator_id: administrator.userId,
      answers: kind === 'individual' ? { administratorName: entityName } : { entityName },
      approved_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A new program, of a new entity unless one is given. */
export async function newProgram(
  platform: TestPlatform,
  administrator: Visitor,
  entityId?: string,
): Promise<Program> {
  const created = await administrator.send('POST', '/api/programs', {
    entityId: entityId ?? (await approvedEntity(platform, administrator)),
  })
  if (created.statusCode !== 201) throw new Error(created.body)
  return created.json<Program>()
}

/** Gives somebody a role at once, without what it takes through the console. */
export async function giveRole(
  { database }: TestPlatform,
  appId: string,
  { userId }: Visitor,
  role: MemberRole,
): Promise<void> {
  await database.db.kysely
    .insertInto('program_member')
    .values({ app_id: appId, user_id: userId, role })
    .execute()
}
