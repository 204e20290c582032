import type { Database, Queries } from '@sampan/database'
import type { ProgramCategory, ProgramSummary } from '@sampan/platform-api'
import type { BundleManifest } from '@sampan/protocol'
import { sql } from 'kysely'
import { listDomains } from '../domains/store'
import { entityName } from '../entities/entity-name'
import type { FileStore } from '../files/file-store'
import { nameKey } from '../programs/rules/name-key'
import { readBundleFile } from '../versions/bundle-files'
import { hasRelease } from './rules/user-share'

/** Who opens programs. Signed in or not, the same person is told the same by one device. */
export interface ProgramUser {
  userId: string | undefined
  deviceId: string
}

const MOST_LISTED = 50
/** Of parts of three letters that a name shares with a query: enough for two letters swapped in a word of nine. */
const LIKENESS = '0.35'
const MOST_REMEMBERED = 500

/** Programs of owners as users find and open them. */
export function createPublicPrograms({ db, files }: { db: Database; files: FileStore }) {
  const { kysely } = db
  /** By the hash of the bundle's list. */
  const permissions = new Map<string, ProgramSummary['permissions']>()

  async function readPermissions(listingHash: string): Promise<ProgramSummary['permissions']> {
    const known = permissions.get(listingHash)
    if (known) return known
    const manifest = await readBundleFile(files, listingHash, 'manifest.json')
    const { app } = JSON.parse(String(manifest)) as BundleManifest
    const found = Object.entries(app.permission).map(([scope, { desc }]) => ({ scope, reason: desc }))
    if (permissions.size >= MOST_REMEMBERED) permissions.delete(permissions.keys().next().value!)
    permissions.set(listingHash, found)
    return found
  }

  async function summarise(row: PublicRow, user: ProgramUser): Promise<ProgramSummary> {
    const version = (await hasGradual(row, user)) ? row.gradual! : row.online
    return {
      appId: row.app_id,
      name: { en: row.name, zh: row.name },
      intro: { en: row.intro, zh: row.intro },
      category: categoryOf(row.category),
      colour: '#ffffff',
      iconUrl: `/api/programs/${row.app_id}/avatar/${row.avatar}`,
      version: version.number,
      bundleUrl: `/bundles/${row.app_id}/${version.bundle_hash}/`,
      sizeBytes: version.packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      permissions: await readPermissions(version.listing_hash),
      domains: await listDomains(kysely, row.app_id),
      owner: entityName({ answers: row.entity_answers }),
      filingNumber: row.filing_number,
      releasedAt: (version.online_at ?? version.created_at).toISOString(),
      leaveBefore: row.leave_before?.toISOString() ?? null,
      pauseNotice: row.is_paused ? row.pause_notice : null,
    }
  }

  async function hasGradual(row: PublicRow, { userId, deviceId }: ProgramUser): Promise<boolean> {
    const { gradual } = row
    if (!gradual) return false
    if (hasRelease(userId ?? deviceId, gradual.release_id, gradual.percent)) return true
    return gradual.members_first && userId !== undefined && isMember(kysely, row.app_id, userId)
  }

  return {
    /** Those whose names contain or resemble the query; without one, the latest. Not those whose service is paused. */
    async list(query: string, user: ProgramUser): Promise<ProgramSummary[]> {
      const rows = await readRows(kysely, await searchPrograms(kysely, nameKey(query)))
      return Promise.all(rows.filter(({ is_paused }) => !is_paused).map((row) => summarise(row, user)))
    },

    async find(appId: string, user: ProgramUser): Promise<ProgramSummary | undefined> {
      const [row] = await readRows(kysely, [appId])
      return row && summarise(row, user)
    },

    /** Of a bundle that users have, or that somebody still has open. */
    async readFile(appId: string, bundleHash: string, path: string): Promise<Buffer | undefined> {
      const row = await kysely
        .selectFrom('program_release')
        .innerJoin('program_version', 'program_version.id', 'program_release.version_id')
        .select('listing_hash')
        .where('program_release.app_id', '=', appId)
        .where('bundle_hash', '=', bundleHash)
        .executeTakeFirst()
      return row?.listing_hash ? readBundleFile(files, row.listing_hash, path) : undefined
    },
  }
}

export type PublicPrograms = ReturnType<typeof createPublicPrograms>

/** Without a key the latest; else names with it in them; if there are none, names like it. */
async function searchPrograms(db: Queries, key: string): Promise<string[]> {
  if (key === '') return listAppIds(selectSearchable(db).orderBy('released_at', 'desc'))
  const pattern = `%${key.replaceAll(/[\\%_]/g, '\\$&')}%`
  const found = await listAppIds(
    selectSearchable(db)
      .where('name_key', 'like', pattern)
      .orderBy(sql`position(${key} in name_key)`)
      .orderBy(sql`length(name_key)`),
  )
  if (found.length > 0) return found
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${LIKENESS}, true)`.execute(tx)
    return listAppIds(
      selectSearchable(tx)
        .where(sql<boolean>`${key} <% name_key`)
        .orderBy(sql`word_similarity(${key}, name_key)`, 'desc'),
    )
  })
}

function selectSearchable(db: Queries) {
  return db
    .selectFrom('program')
    .leftJoin('program_service', 'program_service.app_id', 'program.app_id')
    .where('released_at', 'is not', null)
    .where(sql<boolean>`coalesce(program_service.is_searchable, true)`)
}

async function listAppIds(query: ReturnType<typeof selectSearchable>): Promise<string[]> {
  const rows = await query.select('program.app_id').orderBy('program.app_id').limit(MOST_LISTED).execute()
  return rows.map(({ app_id }) => app_id)
}

type PublicRow = Awaited<ReturnType<typeof readRows>>[number]

/** In the order of `appIds`; without those that nobody released. */
async function readRows(db: Queries, appIds: string[]) {
  if (appIds.length === 0) return []
  const programs = await db
    .selectFrom('program')
    .innerJoin('entity', 'entity.id', 'program.entity_id')
    .leftJoin('program_service as service', 'service.app_id', 'program.app_id')
    .select(['program.app_id', 'program.name', 'program.intro', 'program.avatar'])
    .select('entity.answers as entity_answers')
    .leftJoin('program_release as minimum', 'minimum.id', 'service.minimum_release_id')
    .select(['service.is_paused', 'service.pause_notice', 'minimum.online_at as leave_before'])
    .select((row) => [
      row
        .selectFrom('filing')
        .select('number')
        .whereRef('filing.app_id', '=', 'program.app_id')
        .where('state', 'not in', ['cancelling', 'cancelled'])
        .as('filing_number'),
      row
        .selectFrom('program_application')
        .select('value')
        .whereRef('program_application.app_id', '=', 'program.app_id')
        .where('kind', '=', 'category')
        .where('state', '=', 'approved')
        .orderBy('created_at')
        .limit(1)
        .as('category'),
    ])
    .where('program.app_id', 'in', appIds)
    .execute()
  const releases = await db
    .selectFrom('program_release as release')
    .innerJoin('program_version as version', 'version.id', 'release.version_id')
    .select(['release.id as release_id', 'release.app_id', 'release.state', 'percent', 'members_first'])
    .select(['release.online_at', 'release.created_at'])
    .select(['version.number', 'version.packages'])
    .select(sql<string>`version.bundle_hash`.as('bundle_hash'))
    .select(sql<string>`version.listing_hash`.as('listing_hash'))
    .where('release.app_id', 'in', appIds)
    .where('release.state', 'in', ['gradual', 'online'])
    .execute()
  return appIds.flatMap((appId) => {
    const program = programs.find(({ app_id }) => app_id === appId)
    const find = (wanted: string) =>
      releases.find(({ app_id, state }) => app_id === appId && state === wanted)
    const online = find('online')
    if (!program || !online) return []
    return [
      {
        ...program,
        is_paused: program.is_paused ?? false,
        pause_notice: program.pause_notice ?? '',
        online,
        gradual: find('gradual'),
      },
    ]
  })
}

async function isMember(db: Queries, appId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('program_member')
    .select('role')
    .where('app_id', '=', appId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

function categoryOf(id: string | null): ProgramCategory {
  return id?.startsWith('tools/') ? 'tools' : 'life'
}
