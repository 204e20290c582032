import type { Queries } from '@sampan/database'

/** Puts a notice into somebody's inbox, in the transaction of what it is about. */
export async function notify(
  tx: Queries,
  notice: { userId: string; kind: string; params: Record<string, string>; link: string },
): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      user_id: notice.userId,
      kind: notice.kind,
      params: JSON.stringify(notice.params),
      link: notice.link,
    })
    .execute()
}
