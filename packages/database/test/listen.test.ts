import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { notify } from '../src/index'
import type { ListenEvent } from '../src/index'
import { createTestDatabase } from '../src/testing'
import type { TestDatabase } from '../src/testing'

let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase({ onProblem: () => {} })
})

afterEach(() => database.drop())

async function collect(channel: string) {
  const events: ListenEvent[] = []
  const stop = await database.db.listen(channel, (event) => events.push(event))
  return { events, stop }
}

const send = (channel: string, payload: string) =>
  database.db.transaction((tx) => notify(tx, channel, payload))

it('hears what is committed on its channel, and nothing else', async () => {
  const { events, stop } = await collect('Orders "2"')
  const others = await collect('others')
  const failing = database.db.transaction(async (tx) => {
    await notify(tx, 'Orders "2"', 'taken back')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await send('Orders "2"', '17')
  await send('others', 'last')
  await vi.waitFor(() => expect(others.events).toEqual([{ type: 'notice', payload: 'last' }]))
  expect(events).toEqual([{ type: 'notice', payload: '17' }])
  await stop()
  await send('Orders "2"', '18')
  await send('others', 'after')
  await vi.waitFor(() => expect(others.events).toHaveLength(2))
  expect(events).toHaveLength(1)
})

it('connects again when its connection is lost, and says that it may have missed something', async () => {
  const { events } = await collect('orders')
  await database.db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'sampan listener'`,
  )
  await vi.waitFor(() => expect(events).toEqual([{ type: 'missed' }]), { timeout: 10_000 })
  await send('orders', 'again')
  await vi.waitFor(() => expect(events).toHaveLength(2))
  expect(events[1]).toEqual({ type: 'notice', payload: 'again' })
})

it('refuses names and notices that PostgreSQL would cut or refuse', async () => {
  await expect(database.db.listen('x'.repeat(64), () => {})).rejects.toThrow(RangeError)
  await expect(send('orders', '中'.repeat(2667))).rejects.toThrow(RangeError)
  await send('orders', '中'.repeat(2666))
})
