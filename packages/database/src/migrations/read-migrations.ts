import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseError } from '../database-error'

export interface Migration {
  /** `0001-jobs` */
  name: string
  sql: string
  checksum: string
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

const FILE = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/

/** In the order in which they apply. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  for (const file of files) {
    const number = file.slice(0, 4)
    if (!FILE.test(file)) {
      throw new DatabaseError(
        'migration-invalid',
        `${file}: migrations are called like 0001-what-it-adds.sql`,
      )
    }
    if (numbers.has(number)) {
      throw new DatabaseError('migration-invalid', `Two migrations have the number ${number}: renumber yours`)
    }
    numbers.add(number)
  }
  return Promise.all(
    files.map(async (file) => {
      // Git may have written other line ends.
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { name: file.slice(0, -'.sql'.length), sql, checksum }
    }),
  )
}
