import type { TestPlatform } from './test-platform'

/** Name, introduction, picture and category, without what they take through the console. */
export async function completeProfile(
  { database }: TestPlatform,
  appId: string,
  name: string,
): Promise<void> {
  const { kysely } = database.db
  await kysely
    .updateTable('program')
    .set({
      name,
      name_key: name.toLowerCase().replaceAll(' ', ''),
      intro: 'Tides of the day.',
      avatar: 'a'.repeat(64),
    })
    .where('app_id', '=', appId)
    .execute()
  await kysely
    .insertInto('program_application')
    .values({
      app_id: appId,
      kind: 'category',
      value: 'tools/weather',
      state: 'approved',
      created_at: new Date(),
    })
    .execute()
}

/** A filing that the administration answered. */
export async function fileProgram({ database }: TestPlatform, appId: string): Promise<void> {
  const { kysely } = database.db
  const { entity_id } = await kysely
    .selectFrom('program')
    .select('entity_id')
    .where('app_id', '=', appId)
    .executeTakeFirstOrThrow()
  await kysely
    .insertInto('filing')
    .values({
      app_id: appId,
      entity_id,
      state: 'filed',
      number: `沪ICP备${appId.slice(-8)}号-1X`,
      created_at: new Date(),
      filed_at: new Date(),
    } as never)
    .execute()
}
