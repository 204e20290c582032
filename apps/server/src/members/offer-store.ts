import type { Queries } from '@sampan/database'
import type { AdministratorOffer, GivenRole } from '@sampan/platform-api'

/** The offer that stands at this time. */
export async function findOffer(db: Queries, appId: string, now: Date) {
  return db
    .selectFrom('administrator_offer')
    .innerJoin('auth.user', 'auth.user.id', 'administrator_offer.to_user_id')
    .selectAll('administrator_offer')
    .select('auth.user.name as to_name')
    .where('app_id', '=', appId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export type OfferRow = NonNullable<Awaited<ReturnType<typeof findOffer>>>

export async function putOffer(
  tx: Queries,
  offer: { appId: string; toUserId: string; offeredBy: string; stayAs: GivenRole[]; expiresAt: Date },
): Promise<void> {
  const values = {
    to_user_id: offer.toUserId,
    offered_by: offer.offeredBy,
    stay_as: offer.stayAs,
    expires_at: offer.expiresAt,
  }
  await tx
    .insertInto('administrator_offer')
    .values({ app_id: offer.appId, ...values })
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet(values))
    .execute()
}

export async function deleteOffer(tx: Queries, appId: string): Promise<void> {
  await tx.deleteFrom('administrator_offer').where('app_id', '=', appId).execute()
}

/** Whoever loses a role loses what was offered to them as well. */
export async function deleteOfferTo(tx: Queries, appId: string, userId: string): Promise<void> {
  await tx
    .deleteFrom('administrator_offer')
    .where('app_id', '=', appId)
    .where('to_user_id', '=', userId)
    .execute()
}

export function describeOffer(offer: OfferRow, userId: string): AdministratorOffer {
  return {
    to: { userId: offer.to_user_id, name: offer.to_name },
    stayAs: offer.stay_as,
    expiresAt: offer.expires_at.toISOString(),
    isToYou: offer.to_user_id === userId,
  }
}
