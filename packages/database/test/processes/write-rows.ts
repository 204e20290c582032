/** Writes rows in the database of the folder in its argument and says each that was acknowledged, until it is killed. */
import { sql } from 'kysely'
import { openDatabase } from '../../src/index'

const db = await openDatabase({ folder: process.argv[2]! })
await sql`create table if not exists row (id bigint generated always as identity primary key, writer integer)`.execute(
  db.kysely,
)
console.log('open')

async function write(writer: number): Promise<never> {
  for (;;) {
    const { rows } = await sql<{
      id: number
    }>`insert into row (writer) values (${writer}) returning id`.execute(db.kysely)
    console.log(`row ${rows[0]!.id}`)
  }
}
await Promise.all([1, 2, 3, 4].map(write))
