import type { ApiProblem, AuditPage, Member, MemberList, Notice } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirm, sendConfirmed } from '../platform/confirm'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { approvedEntity, giveRole, newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let developer: Visitor
let other: Visitor

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
  developer = await platform.member('Dev')
  other = await platform.member('Ada')
})
afterAll(() => platform.close())

/** A program with a developer. */
async function program(): Promise<string> {
  const { appId } = await newProgram(platform, owner)
  await giveRole(platform, appId, developer, 'developer')
  return appId
}
const list = async (who: Visitor, appId: string) =>
  (await who.get(`/api/programs/${appId}/members`)).json<MemberList>()
const rolesOf = ({ members }: MemberList, { userId }: Visitor): Member['roles'] | undefined =>
  members.find((member) => member.userId === userId)?.roles
const rule = (answer: { json(): unknown }) => (answer.json() as { rule?: string; code: string }).rule
const url = (appId: string, rest = '') => `/api/programs/${appId}/members${rest}`

test('the administrator adds a member after a scan; they are told and see the program', async () => {
  const appId = await program()
  const body = { email: other.email.toUpperCase(), roles: ['developer', 'operator', 'developer'] }
  const added = await sendConfirmed(platform, owner, 'POST', url(appId), body)
  expect(rolesOf(added.json(), other)).toEqual(['operator', 'developer'])
  expect(added.json<MemberList>().projectMembers).toEqual({ used: 3, limit: 60, renewsAt: null })
  const { notices } = (await other.get('/api/notices')).json<{ notices: Notice[] }>()
  expect(notices[0]).toMatchObject({ kind: 'member-added', params: { program: appId } })
  expect((await other.get(`/api/programs/${appId}`)).statusCode).toBe(200)
})

test('any member adds testers, without a scan, and no more than that', async () => {
  const appId = await program()
  const added = await developer.send('POST', url(appId), { email: other.email, roles: ['tester'] })
  expect(added.json<MemberList>()).toMatchObject({ testers: { used: 1 }, permissions: ['manage-testers'] })
  const again = await developer.send('POST', url(appId), { email: other.email, roles: ['tester'] })
  expect(again.json()).toMatchObject({ rule: 'already-member', errcode: 85004 })
  const more = { email: other.email, roles: ['tester', 'analyst'] }
  expect((await developer.send('POST', url(appId), more)).statusCode).toBe(403)
  // A tester sees nothing of the console.
  expect((await other.get(url(appId))).statusCode).toBe(403)
  expect((await other.send('POST', url(appId), more)).statusCode).toBe(403)
})

test('only who has an account with a confirmed address is added', async () => {
  const appId = await program()
  const add = (email: string) => owner.send('POST', url(appId), { email, roles: ['tester'] })
  expect((await add('nobody@example.com')).json()).toMatchObject({ rule: 'no-such-user', errcode: 85001 })
  await platform.visitor().send('POST', '/api/auth/sign-up/email', {
    name: 'Not yet',
    email: 'not.yet@example.com',
    password: 'correct horse battery',
  })
  expect(rule(await add('not.yet@example.com'))).toBe('no-such-user')
  expect((await owner.send('POST', url(appId), { email: 'x@example.com', roles: [] })).statusCode).toBe(400)
  const administrator = { email: 'x@example.com', roles: ['administrator'] }
  expect((await owner.send('POST', url(appId), administrator)).statusCode).toBe(400)
})

test('roles change: project roles after a scan, the tester’s without', async () => {
  const appId = await program()
  const change = url(appId, `/${developer.userId}/roles`)
  const tester = await owner.send('PUT', change, { roles: ['developer', 'tester'] })
  expect(rolesOf(tester.json(), developer)).toEqual(['developer', 'tester'])
  expect((await owner.send('PUT', change, { roles: ['analyst'] })).statusCode).toBe(428)
  const analyst = await sendConfirmed(platform, owner, 'PUT', change, { roles: ['analyst'] })
  expect(rolesOf(analyst.json(), developer)).toEqual(['analyst'])
  expect((await developer.send('PUT', change, { roles: ['operator'] })).statusCode).toBe(403)
  expect((await developer.send('PUT', change, { roles: ['analyst', 'tester'] })).statusCode).toBe(200)
})

test('a confirmation for one change is none for another', async () => {
  const appId = await program()
  await giveRole(platform, appId, other, 'operator')
  const first = await owner.send('DELETE', url(appId, `/${other.userId}`))
  const { confirm: what } = first.json<ApiProblem>()
  expect(what).toEqual({ action: 'remove-member', subject: `${appId}/${other.userId}` })
  const headers = await confirm(platform, owner, what!)
  const wrong = await owner.send('DELETE', url(appId, `/${developer.userId}`), undefined, { headers })
  expect(wrong.statusCode).toBe(428)
  const right = await owner.send('DELETE', url(appId, `/${other.userId}`), undefined, { headers })
  expect(rolesOf(right.json(), other)).toBeUndefined()
  expect((await other.get(`/api/programs/${appId}`)).statusCode).toBe(404)
})

test('members leave by themselves; the administrator does not, and nobody removes them', async () => {
  const appId = await program()
  await giveRole(platform, appId, other, 'tester')
  expect((await other.send('DELETE', url(appId, `/${other.userId}`))).statusCode).toBe(204)
  expect((await developer.send('DELETE', url(appId, `/${developer.userId}`))).statusCode).toBe(204)
  expect((await list(owner, appId)).members).toHaveLength(1)
  expect(rule(await owner.send('DELETE', url(appId, `/${owner.userId}`)))).toBe('administrator-stays')
  const roles = await owner.send('PUT', url(appId, `/${owner.userId}/roles`), { roles: ['tester'] })
  expect(rule(roles)).toBe('administrator-stays')
  expect((await other.send('DELETE', url(appId, `/${other.userId}`))).statusCode).toBe(404)
})

test('somebody else’s members are not there', async () => {
  const appId = await program()
  const stranger = await platform.member('Mallory')
  const answers = await Promise.all([
    stranger.get(url(appId)),
    stranger.send('POST', url(appId), { email: stranger.email, roles: ['operator'] }),
    stranger.send('PUT', url(appId, `/${developer.userId}/roles`), { roles: ['tester'] }),
    stranger.send('DELETE', url(appId, `/${developer.userId}`)),
    stranger.send('POST', `/api/programs/${appId}/administrator-offer`, {
      userId: stranger.userId,
      stayAs: [],
    }),
    stranger.send('DELETE', `/api/programs/${appId}/administrator-offer`),
    stranger.send('POST', `/api/programs/${appId}/administrator-offer/acceptance`),
    stranger.get(`/api/programs/${appId}/audit`),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(404))
})

test('an individual’s program has room for fifteen, also when many join at once', async () => {
  const person = await platform.member('Solo')
  const { appId } = await newProgram(platform, person, await approvedEntity(platform, person, 'individual'))
  const { kysely } = platform.database.db
  const people = Array.from({ length: 17 }, (_, index) => ({
    id: `crowd${index}`,
    name: `Crowd ${index}`,
    email: `crowd${index}@example.com`,
    emailVerified: true,
    phoneNumber: null,
    phoneNumberVerified: null,
  }))
  await kysely.insertInto('auth.user').values(people).execute()
  const answers = await Promise.all(
    people.map(({ email }) => person.send('POST', url(appId), { email, roles: ['tester'] })),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(15)
  const refused = answers.filter(({ statusCode }) => statusCode !== 200)
  for (const answer of refused) {
    expect(answer.json()).toMatchObject({ rule: 'too-many-testers', errcode: 85002 })
  }
  expect((await list(person, appId)).testers).toMatchObject({ used: 15, limit: 15 })
})

test('nobody tries more than fifty programs', async () => {
  const appId = await program()
  const busy = await platform.member('Busy')
  const { pool } = platform.database.db
  await pool.query(
    `with made as (
      insert into program (app_id, entity_id)
      select 'wx' || lpad(to_hex(n), 16, '0'), (select entity_id from program where app_id = $1)
      from generate_series(1, 50) n returning app_id)
    insert into program_member (app_id, user_id, role) select app_id, $2, 'tester' from made`,
    [appId, busy.userId],
  )
  const refused = await owner.send('POST', url(appId), { email: busy.email, roles: ['tester'] })
  expect(refused.json()).toMatchObject({ rule: 'person-tries-too-many-programs', errcode: 85003 })
  const member = await sendConfirmed(platform, owner, 'POST', url(appId), {
    email: busy.email,
    roles: ['analyst'],
  })
  expect(member.statusCode).toBe(200)
})

test('a program is handed over: offered after a scan, taken over after another', async () => {
  const appId = await program()
  const offerUrl = `/api/programs/${appId}/administrator-offer`
  expect(rule(await owner.send('POST', offerUrl, { userId: other.userId, stayAs: [] }))).toBe(
    'not-a-project-member',
  )
  const body = { userId: developer.userId, stayAs: ['operator'] }
  const offered = await sendConfirmed(platform, owner, 'POST', offerUrl, body)
  expect(offered.json<MemberList>().offer).toMatchObject({ to: { name: 'Dev' }, stayAs: ['operator'] })
  expect((await list(developer, appId)).offer).toMatchObject({ isToYou: true })
  expect(rule(await owner.send('POST', `${offerUrl}/acceptance`))).toBe('no-offer')

  const taken = await sendConfirmed(platform, developer, 'POST', `${offerUrl}/acceptance`)
  expect(taken.json<MemberList>()).toMatchObject({ offer: null })
  expect(rolesOf(taken.json(), developer)).toEqual(['administrator'])
  expect(rolesOf(taken.json(), owner)).toEqual(['operator'])
  expect(rule(await developer.send('POST', `${offerUrl}/acceptance`))).toBe('no-offer')
})

test('an offer is declined, withdrawn, runs out, and ends with the role', async () => {
  const appId = await program()
  const offerUrl = `/api/programs/${appId}/administrator-offer`
  const body = { userId: developer.userId, stayAs: [] }
  const offer = () => sendConfirmed(platform, owner, 'POST', offerUrl, body)
  const accept = () => developer.send('POST', `${offerUrl}/acceptance`)

  await offer()
  expect((await developer.send('DELETE', offerUrl)).json<MemberList>().offer).toBeNull()
  await offer()
  expect((await owner.send('DELETE', offerUrl)).json<MemberList>().offer).toBeNull()
  expect(rule(await owner.send('DELETE', offerUrl))).toBe('no-offer')
  const before = new Date()
  await offer()
  platform.setNow(new Date(before.getTime() + 8 * 24 * 3600_000))
  expect(rule(await accept())).toBe('no-offer')
  platform.setNow(before)
  await offer()
  const change = url(appId, `/${developer.userId}/roles`)
  await sendConfirmed(platform, owner, 'PUT', change, { roles: ['analyst'] })
  expect(rule(await accept())).toBe('no-offer')
})

test('the journal says who did what, to members, by action and person, in pages', async () => {
  const appId = await program()
  await developer.send('POST', url(appId), { email: other.email, roles: ['tester'] })
  await owner.send('DELETE', url(appId, `/${other.userId}`))
  const journal = async (who: Visitor, query = '') =>
    (await who.get(`/api/programs/${appId}/audit?${query}`)).json<AuditPage>()
  const { entries } = await journal(owner)
  expect(entries.map(({ action, by }) => [action, by?.name])).toEqual([
    ['remove-member', 'Lin Yi'],
    ['add-member', 'Dev'],
    ['create-program', 'Lin Yi'],
  ])
  expect(entries[0]!.address).toMatch(/^10\./)
  expect((await journal(developer)).entries[0]!.address).toBeNull()
  expect((await journal(owner, 'action=add-member')).entries).toHaveLength(1)
  expect((await journal(owner, `userId=${developer.userId}`)).entries).toHaveLength(1)
  const first = await journal(owner, 'limit=2')
  expect((await journal(owner, `limit=2&before=${first.next}`)).entries).toEqual([entries[2]])
  await giveRole(platform, appId, other, 'tester')
  expect((await other.get(`/api/programs/${appId}/audit`)).statusCode).toBe(403)
})
