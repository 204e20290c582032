import type { Entity } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'

let platform: TestPlatform
let owner: Visitor
let reviewer: Visitor

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
  reviewer = await platform.member('Rao Wen', 'reviewer')
})
afterAll(() => platform.close())

const answers = {
  entityName: 'River Tea Ltd',
  registrationNumber: '08123456',
  country: 'GB',
  bankName: 'Bank of the River',
  bankAccount: 'GB82WEST12345698765432',
  administratorName: 'Lin Yi',
  administratorPhone: '+442079460000',
  administratorPassportNumber: '123456789',
  address: '1 Harbour Road, Bristol',
  functions: 'Sells tea and tells when it is ready.',
}
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

async function draft(who: Visitor): Promise<Entity> {
  const created = await who.send('POST', '/api/entities', { kind: 'overseas' })
  expect(created.statusCode).toBe(201)
  return created.json<Entity>()
}

async function complete(who: Visitor): Promise<Entity> {
  const { id, revision } = await draft(who)
  await who.send('PUT', `/api/entities/${id}/answers`, { revision, answers })
  for (const document of ['licence', 'letter', 'administratorDocument', 'phoneStatement']) {
    const saved = await who.send('PUT', `/api/entities/${id}/documents/${document}`, png, {
      headers: { 'content-type': 'image/png' },
    })
    expect(saved.statusCode).toBe(200)
  }
  return (await who.get(`/api/entities/${id}`)).json<Entity>()
}

test('an overseas company from the form to the account', async () => {
  platform.setNow(new Date('2026-11-27T02:00:00Z'))
  const form = await complete(owner)
  expect(form.problems).toEqual([])
  expect(form.answers.bankAccount).toBe('••••5432')

  const sent = await owner.send('POST', `/api/entities/${form.id}/submission`, {
    revision: form.revision,
    route: 'agent-review',
  })
  expect(sent.json<Entity>()).toMatchObject({ state: 'in-review', dueAt: '2026-12-01T16:00:00.000Z' })

  const queue = (await reviewer.get('/api/review/entities')).json<{ entities: Entity[] }>()
  expect(queue.entities.map(({ name }) => name)).toEqual(['River Tea Ltd'])
  const seen = (await reviewer.get(`/api/entities/${form.id}`)).json<Entity>()
  expect(seen.answers.bankAccount).toBe('GB82WEST12345698765432')
  expect(seen.actions).toEqual(['send-back', 'approve', 'refuse'])

  await reviewer.send('POST', `/api/entities/${form.id}/phone-contacts`, {
    outcome: 'reached',
    note: 'At once',
  })
  const approved = await reviewer.send('POST', `/api/entities/${form.id}/steps`, {
    revision: seen.revision,
    action: 'approve',
  })
  expect(approved.json<Entity>()).toMatchObject({ state: 'approved', phoneContacts: [{ by: 'Rao Wen' }] })

  const now = (await owner.get(`/api/entities/${form.id}`)).json<Entity>()
  expect(now.history.map(({ action, by }) => [action, by])).toEqual([
    ['submit', 'Lin Yi'],
    ['approve', 'Rao Wen'],
  ])
})

test('sent back with a reason, mended, and handed in again', async () => {
  const form = await complete(owner)
  const step = (who: Visitor, revision: number, action: string, reason = '') =>
    who.send('POST', `/api/entities/${form.id}/steps`, { revision, action, reason })
  const sent = await owner.send('POST', `/api/entities/${form.id}/submission`, {
    revision: form.revision,
    route: 'agent-review',
  })
  const { revision } = sent.json<Entity>()
  expect((await step(reviewer, revision, 'send-back')).json()).toMatchObject({
    code: 'rule',
    rule: 'reason-missing',
  })
  const back = (await step(reviewer, revision, 'send-back', 'The letter has no seal')).json<Entity>()
  expect(back.state).toBe('sent-back')
  expect(back.history.at(-1)).toMatchObject({ action: 'send-back', reason: 'The letter has no seal' })

  const { entities } = (await owner.get('/api/entities')).json<{ entities: Entity[] }>()
  const mine = entities.find(({ id }) => id === form.id)!
  const again = await owner.send('POST', `/api/entities/${form.id}/submission`, {
    revision: mine.revision,
    route: 'agent-review',
  })
  expect(again.json<Entity>().state).toBe('in-review')
})

test('what is not complete is not handed in, and says where', async () => {
  const { id, revision } = await draft(owner)
  const sent = await owner.send('POST', `/api/entities/${id}/submission`, { revision, route: 'agent-review' })
  expect(sent.statusCode).toBe(422)
  expect(sent.json()).toMatchObject({ code: 'form' })
  expect(sent.json<{ problems: unknown[] }>().problems).toContainEqual({
    field: 'licence',
    problem: 'missing',
  })
})

test('a masked secret that comes back stands for what is stored', async () => {
  const form = await complete(owner)
  const saved = await owner.send('PUT', `/api/entities/${form.id}/answers`, {
    revision: form.revision,
    answers: { ...form.answers, address: '2 Harbour Road' },
  })
  const { revision } = saved.json<Entity>()
  await owner.send('POST', `/api/entities/${form.id}/submission`, { revision, route: 'agent-review' })
  const seen = (await reviewer.get(`/api/entities/${form.id}`)).json<Entity>()
  expect(seen.answers).toEqual({ ...answers, address: '2 Harbour Road' })
})

test('two who change the same form do not overwrite each other', async () => {
  const { id, revision } = await draft(owner)
  const first = await owner.send('PUT', `/api/entities/${id}/answers`, {
    revision,
    answers: { entityName: 'A' },
  })
  const second = await owner.send('PUT', `/api/entities/${id}/answers`, {
    revision,
    answers: { entityName: 'B' },
  })
  expect([first.statusCode, second.statusCode]).toEqual([200, 409])
  expect(second.json()).toMatchObject({ code: 'changed' })
})

test('somebody else’s form is not there; nobody signed in is asked to', async () => {
  const { id, revision } = await draft(owner)
  const stranger = await platform.member('Mallory')
  const requests = [
    stranger.get(`/api/entities/${id}`),
    stranger.get(`/api/entities/${id}/documents/licence`),
    stranger.send('PUT', `/api/entities/${id}/answers`, { revision, answers: {} }),
    stranger.send('POST', `/api/entities/${id}/steps`, { revision, action: 'approve' }),
    // A draft is nobody's business but its owner's.
    reviewer.get(`/api/entities/${id}`),
  ]
  for (const { statusCode } of await Promise.all(requests)) expect(statusCode).toBe(404)
  expect((await stranger.get('/api/review/entities')).statusCode).toBe(403)
  expect((await platform.visitor().get(`/api/entities/${id}`)).statusCode).toBe(401)
})

test('a reviewer does not decide on an entity of their own', async () => {
  const form = await complete(reviewer)
  const sent = await reviewer.send('POST', `/api/entities/${form.id}/submission`, {
    revision: form.revision,
    route: 'agent-review',
  })
  const { revision } = sent.json<Entity>()
  const decided = await reviewer.send('POST', `/api/entities/${form.id}/steps`, {
    revision,
    action: 'approve',
  })
  expect(decided.json()).toMatchObject({ code: 'rule', rule: 'own-entity' })
})

test('another site’s page changes nothing', async () => {
  const sent = await owner.send(
    'POST',
    '/api/entities',
    { kind: 'company' },
    {
      headers: { origin: 'https://evil.example' },
    },
  )
  expect(sent.statusCode).toBe(403)
})

test('a document is a picture by what is in it', async () => {
  const { id } = await draft(owner)
  const sent = await owner.send(
    'PUT',
    `/api/entities/${id}/documents/licence`,
    Buffer.from('<svg onload=1>'),
    {
      headers: { 'content-type': 'image/png' },
    },
  )
  expect(sent.json()).toMatchObject({ code: 'form', problems: [{ field: 'licence', problem: 'not-valid' }] })
})

test('secrets are not in the database in plain', async () => {
  await complete(owner)
  const { rows } = await platform.database.db.pool.query('select * from entity')
  expect(JSON.stringify(rows)).not.toContain('WEST')
  const { rows: documents } = await platform.database.db.pool.query<{ content: Buffer }>(
    'select content from entity_document',
  )
  for (const { content } of documents) expect(content.includes(png)).toBe(false)
})
