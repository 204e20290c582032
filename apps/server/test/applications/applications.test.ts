import type {
  Application,
  ApplicationSummary,
  AuditPage,
  CategoryGroup,
  Notice,
  Program,
} from '@sampan/platform-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cleanUpPrograms } from '../../src/programs/clean-up'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { approvedEntity, giveRole, newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let reviewer: Visitor
let appId: string
const start = new Date('2026-11-23T02:00:00Z')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
  reviewer = await platform.member('Rao Wen', 'reviewer')
})
beforeEach(async () => {
  platform.setNow(start)
  appId = (await newProgram(platform, owner)).appId
})
afterAll(() => platform.close())

const url = (rest = '') => `/api/programs/${appId}/applications${rest}`
const apply = (value: string, kind = 'category', who = owner) => who.send('POST', url(), { kind, value })
const step = (id: string, revision: number, action: string) =>
  owner.send('POST', url(`/${id}/steps`), { revision, action })
const decide = (id: string, revision: number, action: string, reason = '', who = reviewer) =>
  who.send('POST', `/api/review/applications/${id}/steps`, { revision, action, reason })
const paper = (id: string, name: string, bytes = png, who = owner) =>
  who.send('PUT', url(`/${id}/papers/${name}`), bytes, { headers: { 'content-type': 'image/png' } })
const program = async () => (await owner.get(`/api/programs/${appId}`)).json<Program>()

/** Handed in with its paper. */
async function submitted(value = 'catering/restaurant', kind = 'category'): Promise<Application> {
  const { id, revision, wanted } = (await apply(value, kind)).json<Application>()
  for (const each of wanted[0]!) await paper(id, each.id)
  const sent = await step(id, revision, 'submit')
  expect(sent.statusCode).toBe(200)
  return sent.json<Application>()
}

test('a category without papers is there at once', async () => {
  expect((await apply('tools/weather')).json()).toMatchObject({ state: 'approved', wanted: [] })
  const { categories, missing } = await program()
  expect(categories).toMatchObject([{ id: 'tools/weather', state: 'approved' }])
  expect(missing).not.toContain('category')
})

test('one with papers is looked at: sent back with a reason, mended, approved', async () => {
  const { id, revision, wanted } = (await apply('catering/restaurant')).json<Application>()
  expect(wanted).toMatchObject([[{ id: 'food' }]])
  expect((await step(id, revision, 'submit')).json()).toMatchObject({ rule: 'papers-missing' })
  await paper(id, 'food')
  const sent = (await step(id, revision, 'submit')).json<Application>()
  expect(sent).toMatchObject({ state: 'in-review', dueAt: '2026-11-25T16:00:00.000Z', actions: ['withdraw'] })
  expect((await paper(id, 'food')).statusCode).toBe(409)
  expect((await program()).missing).toContain('category')

  const queue = (await reviewer.get('/api/review/applications')).json<{
    applications: ApplicationSummary[]
  }>()
  expect(queue.applications).toContainEqual(
    expect.objectContaining({ id, appId, value: 'catering/restaurant', entityName: 'River Tea Ltd' }),
  )
  const seen = await reviewer.get(`/api/review/applications/${id}/papers/food`)
  expect(seen.rawPayload.equals(png)).toBe(true)
  expect((await decide(id, sent.revision, 'send-back')).json()).toMatchObject({ rule: 'reason-missing' })
  const back = (await decide(id, sent.revision, 'send-back', 'Not legible')).json<Application>()
  expect(back.history.at(-1)).toMatchObject({ action: 'send-back', reason: 'Not legible', by: 'Rao Wen' })

  await paper(id, 'food')
  const again = (await step(id, back.revision, 'submit')).json<Application>()
  expect((await decide(id, again.revision, 'approve')).json()).toMatchObject({ state: 'approved' })
  expect((await program()).missing).not.toContain('category')
  const { notices } = (await owner.get('/api/notices')).json<{ notices: Notice[] }>()
  expect(notices.slice(0, 2).map(({ kind }) => kind)).toEqual([
    'application-approve',
    'application-send-back',
  ])
  const { entries } = (await owner.get(`/api/programs/${appId}/audit`)).json<AuditPage>()
  expect(entries.map(({ action }) => action)).toContain('see-paper')
})

test('a name with a protected word is had after its proof was looked at, and nobody else gets it', async () => {
  const other = await platform.member('Rival')
  const theirs = await newProgram(platform, other)
  const application = await submitted('河岸银行', 'name')
  expect(application.dueAt).toBe('2026-12-02T16:00:00.000Z')
  const stolen = await other.send('POST', `/api/programs/${theirs.appId}/applications`, {
    kind: 'name',
    value: '河岸银行',
  })
  expect(stolen.json()).toMatchObject({ rule: 'name-taken' })
  expect((await apply('另一银行', 'name')).json()).toMatchObject({ rule: 'name-application-open' })
  expect((await program()).name).toBe('')
  await decide(application.id, application.revision, 'approve')
  expect((await program()).name).toBe('河岸银行')
})

test('an application that is given up frees the name', async () => {
  const { id } = (await apply('给出的大学', 'name')).json<Application>()
  expect((await owner.send('DELETE', url(`/${id}`))).statusCode).toBe(204)
  const other = await newProgram(platform, await platform.member('Next'))
  expect(other.name).toBe('')
  expect((await apply('给出的大学', 'name')).statusCode).toBe(201)
})

test('an organisation renames a released program by application', async () => {
  const { revision } = await program()
  await owner.send('PUT', `/api/programs/${appId}/name`, { revision, name: 'Released Tea' })
  const { kysely } = platform.database.db
  await kysely.updateTable('program').set({ released_at: start }).where('app_id', '=', appId).execute()
  const { id, revision: sent } = await submitted('Renamed Tea', 'name')
  await decide(id, sent, 'approve')
  expect((await program()).name).toBe('Renamed Tea')
  const rival = await platform.member('Copycat')
  const theirs = await newProgram(platform, rival)
  const copied = await rival.send('PUT', `/api/programs/${theirs.appId}/name`, {
    revision: 1,
    name: 'Released Tea',
  })
  expect(copied.json()).toMatchObject({ rule: 'name-kept' })
})

test('five categories at most, none twice, and five additions a month', async () => {
  const ids = ['tools/weather', 'tools/memo', 'tools/office', 'tools/lookup', 'tools/calendar']
  const first = (await apply(ids[0]!)).json<Application>()
  expect((await apply(ids[0]!)).json()).toMatchObject({ rule: 'category-chosen', errcode: 53304 })
  for (const id of ids.slice(1)) expect((await apply(id)).statusCode).toBe(201)
  expect((await apply('life/pets')).json()).toMatchObject({ rule: 'too-many-categories', errcode: 53301 })
  expect((await owner.send('DELETE', url(`/${first.id}`))).statusCode).toBe(204)
  expect((await apply('life/pets')).json()).toMatchObject({ rule: 'quota-used', errcode: 53300 })
  platform.setNow(new Date('2026-12-01T02:00:00Z'))
  expect((await apply('life/pets')).statusCode).toBe(201)
})

test('many at once are no more than five', async () => {
  const ids = ['weather', 'memo', 'office', 'lookup', 'calendar', 'translation', 'fitness']
  const answers = await Promise.all(ids.map((id) => apply(`tools/${id}`)))
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(5)
})

test('individuals and overseas owners choose among fewer', async () => {
  const offered = async () =>
    (await owner.get(`/api/categories?appId=${appId}`))
      .json<{ groups: CategoryGroup[] }>()
      .groups.flatMap(({ categories }) => categories.map(({ id }) => id))
  expect(await offered()).toContain('finance/bank')
  expect((await apply('nothing/such')).json()).toMatchObject({ rule: 'no-such-category' })
  for (const kind of ['individual', 'overseas'] as const) {
    appId = (await newProgram(platform, owner, await approvedEntity(platform, owner, kind))).appId
    expect(await offered()).not.toContain('finance/bank')
    expect((await apply('finance/bank')).json()).toMatchObject({
      rule: 'category-not-for-you',
      errcode: 53302,
    })
  }
})

test('what is in review is withdrawn before it is removed', async () => {
  const { id, revision } = await submitted()
  expect((await owner.send('DELETE', url(`/${id}`))).json()).toMatchObject({
    code: 'not-now',
    errcode: 53308,
  })
  expect((await step(id, revision, 'withdraw')).json()).toMatchObject({ state: 'draft' })
  expect((await reviewer.get(`/api/review/applications/${id}`)).statusCode).toBe(404)
  expect((await decide(id, revision + 1, 'approve')).statusCode).toBe(404)
  expect((await owner.send('DELETE', url(`/${id}`))).statusCode).toBe(204)
})

test('two reviewers decide once', async () => {
  const second = await platform.member('Second Reviewer', 'reviewer')
  const { id, revision } = await submitted()
  const answers = await Promise.all([
    decide(id, revision, 'approve'),
    decide(id, revision, 'send-back', 'No', second),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test('nobody decides on a program of their own; strangers and members without the right are refused', async () => {
  const { id, revision } = await submitted()
  const stranger = await platform.member('Mallory')
  const tries = (who: Visitor) => [
    apply('tools/weather', 'category', who),
    paper(id, 'food', png, who),
    who.get(url(`/${id}/papers/food`)),
    who.send('POST', url(`/${id}/steps`), { revision, action: 'withdraw' }),
    who.send('DELETE', url(`/${id}`)),
  ]
  for (const { statusCode } of await Promise.all(tries(stranger))) expect(statusCode).toBe(404)
  expect((await stranger.get(url())).statusCode).toBe(404)
  expect((await stranger.get('/api/review/applications')).statusCode).toBe(403)
  expect((await stranger.get(`/api/review/applications/${id}`)).statusCode).toBe(403)
  expect((await decide(id, revision, 'approve', '', owner)).statusCode).toBe(403)
  await giveRole(platform, appId, stranger, 'developer')
  for (const { statusCode } of await Promise.all(tries(stranger))) expect(statusCode).toBe(403)
  await giveRole(platform, appId, reviewer, 'tester')
  expect((await decide(id, revision, 'approve')).json()).toMatchObject({ rule: 'own-program' })
})

test('papers are pictures, are asked for, lie sealed, and go thirty days after the decision', async () => {
  const { id, revision } = await submitted()
  const draft = (await apply('merchant/food')).json<Application>()
  expect((await paper(draft.id, 'food', Buffer.from('<svg>'))).json()).toMatchObject({
    rule: 'not-a-picture',
  })
  expect((await paper(draft.id, 'trademark')).statusCode).toBe(404)
  const { pool } = platform.database.db
  const { rows } = await pool.query<{ content: Buffer }>('select content from program_paper')
  for (const { content } of rows) expect(content.includes(png)).toBe(false)
  await decide(id, revision, 'approve')
  const clean = (days: number) =>
    platform.database.db.transaction((tx) =>
      cleanUpPrograms(tx, new Date(start.getTime() + days * 24 * 3600_000)),
    )
  await clean(29)
  expect((await owner.get(url(`/${id}/papers/food`))).statusCode).toBe(200)
  await clean(30)
  expect((await owner.get(url(`/${id}/papers/food`))).statusCode).toBe(404)
})
