import type { DomainTables, Queries } from '@sampan/database'
import type { BackendMeasurement, DomainLists, RegisteredDomainKind } from '@sampan/platform-api'
import { type Selectable, sql } from 'kysely'
import type { BackendAddress } from './backends/measure-backend'
import { DOMAIN_RULES } from './rules/domain-rules'

export type DomainSettingRow = Selectable<DomainTables['program_domain_setting']>

/** Every list of a program; empty ones if it registered nothing. */
export async function listDomains(db: Queries, appId: string): Promise<DomainLists> {
  const rows = await db
    .selectFrom('program_domain')
    .select(['kind', 'address'])
    .where('app_id', '=', appId)
    .orderBy('position')
    .execute()
  const kinds = Object.keys(DOMAIN_RULES) as RegisteredDomainKind[]
  return Object.fromEntries(
    kinds.map((kind) => [kind, rows.filter((row) => row.kind === kind).map(({ address }) => address)]),
  ) as DomainLists
}

export async function findSetting(db: Queries, appId: string): Promise<DomainSettingRow | undefined> {
  return db.selectFrom('program_domain_setting').selectAll().where('app_id', '=', appId).executeTakeFirst()
}

export async function insertSetting(
  db: Queries,
  setting: Pick<DomainSettingRow, 'app_id' | 'proof_name' | 'proof_content'>,
): Promise<void> {
  await db
    .insertInto('program_domain_setting')
    .values(setting)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False if it is of another revision by now. */
export async function updateSetting(
  tx: Queries,
  { appId, revision }: { appId: string; revision: number },
  icpNumbers: Record<string, string> | undefined,
): Promise<boolean> {
  const row = await tx
    .updateTable('program_domain_setting')
    .set((old) => ({
      revision: old('revision', '+', 1),
      ...(icpNumbers && { icp_numbers: JSON.stringify(icpNumbers) }),
    }))
    .where('app_id', '=', appId)
    .where('revision', '=', revision)
    .returning('app_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Host and port of an address as it is kept. */
export function targetOf(kind: RegisteredDomainKind, address: string) {
  const [, host = '', port] = /^(?:[a-z]+:\/\/)?([^:/]+)(?::(\d+))?$/.exec(address) ?? []
  const isSecure = DOMAIN_RULES[kind].scheme === 'https' || DOMAIN_RULES[kind].scheme === 'wss'
  return { host, port: port !== undefined ? Number(port) : isSecure ? 443 : null, isSecure }
}

export async function replaceDomains(
  tx: Queries,
  what: {
    appId: string
    kinds: RegisteredDomainKind[]
    lists: Partial<DomainLists>
    userId: string
    at: Date
  },
): Promise<void> {
  const { appId, kinds, lists, userId, at } = what
  await tx.deleteFrom('program_domain').where('app_id', '=', appId).where('kind', 'in', kinds).execute()
  const rows = kinds.flatMap((kind) =>
    (lists[kind] ?? []).map((address, position) => {
      const { host, port } = targetOf(kind, address)
      return { app_id: appId, kind, address, host, port, position, added_by: userId, added_at: at }
    }),
  )
  if (rows.length > 0) await tx.insertInto('program_domain').values(rows).execute()
}

export async function countChanges(db: Queries, appId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('program_domain_change')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('app_id', '=', appId)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Other owners whose programs show this site. */
export async function countOwnersOfSite(db: Queries, host: string, entityId: string): Promise<number> {
  const { count } = await db
    .selectFrom('program_domain')
    .innerJoin('program', 'program.app_id', 'program_domain.app_id')
    .select((row) => row.fn.count<number>('program.entity_id').distinct().as('count'))
    .where('kind', '=', 'webView')
    .where('host', '=', host)
    .where('program.entity_id', '<>', entityId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const MEASURED = ['request', 'upload', 'download', 'socket', 'tcp'] as const

export async function listBackends(db: Queries, appId: string): Promise<BackendAddress[]> {
  const { rows } = await sql<BackendAddress>`
    select distinct host, port, kind <> 'tcp' as "isSecure" from program_domain
    where app_id = ${appId} and kind = any(${[...MEASURED]}) order by 1, 2
  `.execute(db)
  return rows
}

/** Those that were not measured since, the longest waiting first. */
export async function listDueBackends(db: Queries, before: Date, most: number): Promise<BackendAddress[]> {
  const { rows } = await sql<BackendAddress>`
    select host, port, "isSecure" from (
      select distinct host, port, kind <> 'tcp' as "isSecure" from program_domain where kind = any(${[...MEASURED]})
    ) backend
    cross join lateral (
      select max(at) as last_at from backend_measurement measured
      where measured.host = backend.host and measured.port = backend.port
        and measured.is_secure = backend."isSecure"
    ) latest
    where last_at is null or last_at < ${before} order by last_at nulls first limit ${most}
  `.execute(db)
  return rows
}

export interface Measured {
  address: BackendAddress
  at: Date
  result: Omit<BackendMeasurement, 'at'>
}

export async function saveMeasurements(tx: Queries, measured: Measured[]): Promise<void> {
  if (measured.length === 0) return
  await tx
    .insertInto('backend_measurement')
    .values(
      measured.map(({ address, at, result }) => ({
        host: address.host,
        port: address.port,
        is_secure: address.isSecure,
        at,
        problem: result.problem,
        p50_ms: result.p50Ms,
        p95_ms: result.p95Ms,
        tls_ms: result.tlsMs,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteMeasurements(tx: Queries, before: Date): Promise<void> {
  await tx.deleteFrom('backend_measurement').where('at', '<', before).execute()
}

export async function listMeasurements(db: Queries, { host, port, isSecure }: BackendAddress, most: number) {
  return db
    .selectFrom('backend_measurement')
    .selectAll()
    .where('host', '=', host)
    .where('port', '=', port)
    .where('is_secure', '=', isSecure)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
}
