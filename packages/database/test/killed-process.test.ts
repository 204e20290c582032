import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDatabase } from '../src/index'
import type { Database } from '../src/index'
import { isAlive, readServerPid } from './server-process'
import { startProcess } from './start-process'

let folder: string
let db: Database | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sampan-killed-'))
})

afterEach(async () => {
  await db?.close()
  db = undefined
  await rm(folder, { recursive: true, force: true })
})

async function open(): Promise<Database> {
  db = await openDatabase({ folder }, { onProblem: () => {} })
  return db
}

it('loses nothing that was acknowledged when its parent is killed ten times, and leaves no server', async () => {
  const acknowledged = new Set<string>()
  const pids = new Set<number>()
  for (let round = 0; round < 10; round++) {
    const writer = startProcess('write-rows', folder)
    await writer.waitFor((line) => line === 'open')
    await writer.waitFor(() => writer.lines.length > 20 + round * 7)
    pids.add(await readServerPid(folder))
    await writer.kill()
    for (const line of writer.lines) if (line.startsWith('row ')) acknowledged.add(line.slice('row '.length))
  }
  const { rows } = await sql<{ id: number }>`select id from row`.execute((await open()).kysely)
  const found = new Set(rows.map(({ id }) => String(id)))
  expect(acknowledged.size).toBeGreaterThan(400)
  expect([...acknowledged].filter((id) => !found.has(id))).toEqual([])
  expect(pids.size).toBe(10)
  expect([...pids].filter(isAlive)).toEqual([])
})

it('starts after a first start that was killed half way', async () => {
  const first = startProcess('open-once', JSON.stringify([{ folder }]))
  const drafts = async () => (await readdir(folder)).filter((name) => /^data\.new-[^.]*$/.test(name))
  await vi.waitFor(async () => expect(await drafts()).toHaveLength(1), { timeout: 10_000, interval: 5 })
  await first.kill()
  expect(existsSync(join(folder, 'data'))).toBe(false)
  await sql`select 1`.execute((await open()).kysely)
})

it('lets one of two that start at once have the folder; the other is told', async () => {
  const both = [1, 2].map(() => startProcess('open-once', JSON.stringify([{ folder }])))
  const said = await Promise.all(both.map((one) => one.waitFor(() => true)))
  expect(said.sort()).toEqual(['folder-in-use', 'open'])
  await Promise.all(both.map((one) => one.finish()))
})
