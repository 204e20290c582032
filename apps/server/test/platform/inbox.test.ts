import type { Notice, SessionInfo, SimulatedMessage } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from './test-platform'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform()
})
afterAll(() => platform.close())

test('a member is told who they are, without the whole of their phone', async () => {
  const member = await platform.member('Lin Yi')
  const info = (await member.get('/api/session')).json<SessionInfo>()
  expect(info).toMatchObject({ name: 'Lin Yi', isEmailVerified: true, staffRoles: [], unreadNotices: 0 })
  expect(info.phone).toMatch(/^••••\d{4}$/)
})

test('notices are read by whom they are for', async () => {
  const [one, other] = [await platform.member('Ada'), await platform.member('Bo')]
  await platform.database.db.kysely
    .insertInto('notice')
    .values({ user_id: one.userId, kind: 'registration-approve', params: '{"name":"River"}', link: '/x' })
    .execute()
  const { notices } = (await one.get('/api/notices')).json<{ notices: Notice[] }>()
  expect(notices).toMatchObject([{ kind: 'registration-approve', params: { name: 'River' }, readAt: null }])
  const [notice] = notices
  expect((await other.send('POST', `/api/notices/${notice!.id}/read`)).statusCode).toBe(404)
  expect((await one.get('/api/session')).json<SessionInfo>().unreadNotices).toBe(1)
  expect((await one.send('POST', `/api/notices/${notice!.id}/read`)).statusCode).toBe(204)
  expect((await one.get('/api/session')).json<SessionInfo>().unreadNotices).toBe(0)
})

test('messages that were not really sent are for the operator alone', async () => {
  const [operator, member] = [await platform.member('Op', 'operator'), await platform.member('Cy')]
  expect((await member.get('/api/simulated-messages')).statusCode).toBe(403)
  const answer = await operator.get(`/api/simulated-messages?recipient=${member.email}`)
  const { messages } = answer.json<{ messages: SimulatedMessage[] }>()
  expect(messages[0]).toMatchObject({ channel: 'email', subject: 'Your Sampan code' })
})

test('a session that ends is over at once, in the cache too', async () => {
  const member = await platform.member('Dee')
  expect((await member.get('/api/session')).statusCode).toBe(200)
  await platform.database.db.pool.query('delete from auth.session where "userId" = $1', [member.userId])
  await expect.poll(async () => (await member.get('/api/session')).statusCode).toBe(401)
})

test('what somebody becomes is known at once, in the cache too', async () => {
  const member = await platform.member('Eve')
  const staffRoles = async () => (await member.get('/api/session')).json<SessionInfo>().staffRoles
  expect(await staffRoles()).toEqual([])
  await platform.database.db.pool.query('insert into staff (user_id, role) values ($1, $2)', [
    member.userId,
    'reviewer',
  ])
  await expect.poll(staffRoles).toEqual(['reviewer'])
})

test('the OpenAPI document has the routes', async () => {
  const document = (await platform.visitor().get('/api/openapi.json')).json<{
    paths: Record<string, unknown>
  }>()
  expect(Object.keys(document.paths)).toContain('/api/entities/{id}/submission')
})
