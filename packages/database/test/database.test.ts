import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../src/index'
import { createTestDatabase } from '../src/testing'
import type { TestDatabase } from '../src/testing'

const opened: TestDatabase[] = []

async function create() {
  const database = await createTestDatabase({ onProblem: () => {} })
  opened.push(database)
  return database
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.drop()))
})

it('gives each test a migrated database of its own', async () => {
  const [one, other] = await Promise.all([create(), create()])
  await one.db.kysely.insertInto('job_worker').defaultValues().execute()
  const count = ({ db }: TestDatabase) => db.kysely.selectFrom('job_worker').selectAll().execute()
  expect(await count(one)).toHaveLength(1)
  expect(await count(other)).toHaveLength(0)
})

it('removes a test database when it is dropped', async () => {
  const { url, db, drop } = await createTestDatabase()
  await db.pool.query('select 1')
  await drop()
  await expect(openDatabase({ url })).rejects.toMatchObject({
    code: 'cannot-connect',
    message: expect.stringContaining('does not exist'),
  })
})

it('says which server it cannot reach, without the password', async () => {
  const opening = openDatabase({ url: 'postgresql://sampan:secret@127.0.0.1:1/shop' })
  await expect(opening).rejects.toMatchObject({ code: 'cannot-connect' })
  await expect(opening).rejects.toThrow('127.0.0.1:1/shop')
  await expect(opening).rejects.not.toThrow('secret')
})

it('reads bigint as a number, refuses one that is too big, and leaves dates as text', async () => {
  const { db } = await create()
  const { rows } = await db.pool.query(`select 9007199254740991::bigint fen, '2026-02-28'::date as day`)
  expect(rows).toEqual([{ fen: Number.MAX_SAFE_INTEGER, day: '2026-02-28' }])
  await expect(db.pool.query('select 9007199254740992::bigint fen')).rejects.toThrow('too big')
})

it('takes back all of a transaction that throws', async () => {
  const { db } = await create()
  const failing = db.transaction(async (tx) => {
    await tx.insertInto('job_worker').defaultValues().execute()
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await db.kysely.selectFrom('job_worker').selectAll().execute()).toEqual([])
})

it('tries a transaction again that PostgreSQL gave up for another', async () => {
  const { db } = await create()
  await sql`create table counter (id integer primary key, value integer)`.execute(db.kysely)
  await sql`insert into counter values (1, 0)`.execute(db.kysely)
  let runs = 0
  let openGate = () => {}
  const gate = new Promise<void>((resolve) => (openGate = resolve))
  const increment = () =>
    db.transaction(
      async (tx) => {
        const { rows } = await sql<{ value: number }>`select value from counter`.execute(tx)
        if (++runs === 2) openGate()
        await gate
        await sql`update counter set value = ${rows[0]!.value + 1}`.execute(tx)
      },
      { isolation: 'serializable' },
    )
  await Promise.all([increment(), increment()])
  expect(runs).toBe(3)
  const { rows } = await sql`select value from counter`.execute(db.kysely)
  expect(rows).toEqual([{ value: 2 }])
})
