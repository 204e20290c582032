import type { Entity, Notice } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCipher } from '../../src/documents/cipher'
import { keepDeadlines } from '../../src/entities/deadlines'
import { ENTITY_KINDS } from '../../src/entities/rules/entity-kinds'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'

let platform: TestPlatform
let owner: Visitor
let operator: Visitor
let reviewer: Visitor

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
  operator = await platform.member('Op', 'operator')
  reviewer = await platform.member('Rao Wen', 'reviewer')
})
afterAll(() => platform.close())

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const start = new Date('2026-11-23T02:00:00Z')
const daysLater = (days: number) => new Date(start.getTime() + days * 24 * 3600_000)

async function handIn(certificateNumber: string): Promise<Entity> {
  platform.setNow(start)
  const { id, revision } = (await owner.send('POST', '/api/entities', { kind: 'company' })).json<Entity>()
  const answers = {
    entityName: '顺水贸易有限公司',
    certificateNumber,
    bankName: '江河银行',
    bankAccount: '6222020000000000',
    administratorName: 'Lin Yi',
    administratorPhone: '13800138000',
    administratorIdentityNumber: '11010519491231002X',
    address: '上海',
    functions: '卖茶',
  }
  const headers = { 'content-type': 'image/png' }
  await owner.send('PUT', `/api/entities/${id}/documents/licence`, png, { headers })
  const saved = await owner.send('PUT', `/api/entities/${id}/answers`, { revision, answers })
  const sent = await owner.send('POST', `/api/entities/${id}/submission`, {
    revision: saved.json<Entity>().revision,
    route: 'remittance',
  })
  return sent.json<Entity>()
}

async function passTime(days: number): Promise<void> {
  const { db } = platform.database
  const now = () => daysLater(days)
  const parts = { db, cipher: createCipher('unused', 'entities'), kinds: ENTITY_KINDS, now }
  await db.transaction((tx) => keepDeadlines(tx, parts))
}

const read = async (id: string) => (await owner.get(`/api/entities/${id}`)).json<Entity>()

test('money from the entity’s account passes verification; only the operator simulates the bank', async () => {
  const { id, state, dueAt } = await handIn('91350100M000100Y43')
  expect({ state, dueAt }).toEqual({ state: 'verifying', dueAt: daysLater(10).toISOString() })
  const answer = { passed: true }
  const url = `/api/simulation/entities/${id}/verification`
  expect((await owner.send('POST', url, answer)).statusCode).toBe(403)
  expect((await operator.send('POST', url, answer)).json()).toMatchObject({ state: 'in-review' })
  expect((await read(id)).history.at(-1)).toMatchObject({ actor: 'provider', by: '' })
})

test('ten days without money end the registration, and a month later the papers are gone', async () => {
  const { id } = await handIn('91350100M000100Y43')
  await passTime(9.9)
  expect((await read(id)).state).toBe('verifying')
  platform.setNow(daysLater(10))
  await passTime(10)
  const expired = await read(id)
  expect(expired).toMatchObject({ state: 'expired', actions: [], documents: [{ id: 'licence' }] })
  const { notices } = (await owner.get('/api/notices')).json<{ notices: Notice[] }>()
  expect(notices[0]).toMatchObject({ kind: 'registration-expire', link: `/account/entities/${id}` })
  await passTime(41)
  expect((await read(id)).documents).toEqual([])
})

test('a certificate belongs to one account; a year later it is renewed', async () => {
  const approve = async ({ id }: Entity) => {
    await operator.send('POST', `/api/simulation/entities/${id}/verification`, { passed: true })
    const { revision } = (await reviewer.get(`/api/entities/${id}`)).json<Entity>()
    return reviewer.send('POST', `/api/entities/${id}/steps`, { revision, action: 'approve' })
  }
  const [first, second] = [await handIn('91350100M000100Y43'), await handIn('91350100M000100Y43')]
  expect((await approve(first)).json()).toMatchObject({ state: 'approved' })
  expect((await approve(second)).json()).toMatchObject({ code: 'rule', rule: 'certificate-in-use' })
  await passTime(365)
  expect((await read(first.id)).state).toBe('lapsed')
  const { revision } = await read(first.id)
  const renewed = await owner.send('POST', `/api/entities/${first.id}/steps`, { revision, action: 'renew' })
  expect(renewed.json()).toMatchObject({ state: 'in-review' })
})
