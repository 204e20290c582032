import PgBoss from 'pg-boss'

/** What pg-boss runs its statements on: a pool, or the connection of a transaction. */
interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

export function toBossDb(queryable: Queryable): PgBoss.Db {
  return {
    async executeSql(text, values) {
      // Several statements at once answer several results; pg-boss asks for rows of single ones only.
      const result = await queryable.query(text, values)
      return Array.isArray(result) ? { rows: [] } : result
    },
  }
}

/** A pg-boss that does nothing by itself, unless told to. */
export function connectBoss(queryable: Queryable, options: PgBoss.ConstructorOptions): PgBoss {
  return new PgBoss({
    migrate: false,
    supervise: false,
    schedule: false,
    ...options,
    db: toBossDb(queryable),
  })
}
