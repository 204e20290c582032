import type { MemberRole, Program, ProgramPage } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { approvedEntity, giveRole, newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
})
afterAll(() => platform.close())

test('who administers an approved entity creates programs and administers them', async () => {
  const entityId = await approvedEntity(platform, owner)
  const program = await newProgram(platform, owner, entityId)
  expect(program.appId).toMatch(/^wx[0-9a-f]{16}$/)
  expect(program).toMatchObject({
    name: '',
    roles: ['administrator'],
    entity: { id: entityId, kind: 'company', name: 'River Tea Ltd' },
    isReleased: false,
    revision: 1,
  })
  expect(program.missing).toEqual(expect.arrayContaining(['name', 'intro', 'avatar']))
  expect(program.permissions).toContain('manage-members')
  expect((await owner.get(`/api/programs/${program.appId}`)).json()).toEqual(program)
})

test('an overseas owner has to say where data is kept', async () => {
  const program = await newProgram(platform, owner, await approvedEntity(platform, owner, 'overseas'))
  expect(program.missing).toContain('data-region')
})

test('nobody creates programs of an entity that is not approved, or not theirs', async () => {
  const entityId = await approvedEntity(platform, owner)
  const stranger = await platform.member('Mallory')
  expect((await stranger.send('POST', '/api/programs', { entityId })).statusCode).toBe(404)
  expect((await platform.visitor().send('POST', '/api/programs', { entityId })).statusCode).toBe(401)
  await platform.database.db.kysely
    .updateTable('entity')
    .set({ state: 'lapsed' })
    .where('id', '=', entityId)
    .execute()
  const refused = await owner.send('POST', '/api/programs', { entityId })
  expect(refused.json()).toMatchObject({ code: 'rule', rule: 'entity-not-approved' })
})

test('an individual has five programs, also when asking for many at once', async () => {
  const person = await platform.member('Solo')
  const entityId = await approvedEntity(platform, person, 'individual', 'Solo')
  const answers = await Promise.all(
    Array.from({ length: 7 }, () => person.send('POST', '/api/programs', { entityId })),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 201, 201, 201, 422, 422])
  expect(answers.find(({ statusCode }) => statusCode === 422)!.json()).toMatchObject({
    code: 'rule',
    rule: 'too-many-programs',
  })
})

test('one person is a member of fifty programs', async () => {
  const person = await platform.member('Busy')
  const first = await approvedEntity(platform, person)
  for (let count = 0; count < 50; count++) await newProgram(platform, person, first)
  const entityId = await approvedEntity(platform, person)
  const refused = await person.send('POST', '/api/programs', { entityId })
  expect(refused.json()).toMatchObject({ code: 'rule', rule: 'person-in-too-many-programs' })
})

test('the list has what one works on, in pages, the newest first, and finds by AppID', async () => {
  const person = await platform.member('Lister')
  const entityId = await approvedEntity(platform, person)
  const made: Program[] = []
  const start = Date.now()
  for (let count = 0; count < 3; count++) {
    platform.setNow(new Date(start + count * 1000))
    made.unshift(await newProgram(platform, person, entityId))
  }
  const page = async (query: string) => (await person.get(`/api/programs?${query}`)).json<ProgramPage>()
  const appIds = ({ programs }: ProgramPage) => programs.map(({ appId }) => appId)

  const first = await page('limit=2')
  expect(appIds(first)).toEqual(made.slice(0, 2).map(({ appId }) => appId))
  const second = await page(`limit=2&before=${first.next}`)
  expect(appIds(second)).toEqual([made[2]!.appId])
  expect(second.next).toBeNull()
  expect(appIds(await page(`query=${made[1]!.appId.toUpperCase()}`))).toEqual([made[1]!.appId])
  expect(appIds(await page('query=%25'))).toEqual([])
})

test('what each role sees of a program', async () => {
  const { appId } = await newProgram(platform, owner)
  const may: [MemberRole, number][] = [
    ['operator', 200],
    ['developer', 200],
    ['analyst', 200],
    ['tester', 403],
  ]
  for (const [role, status] of may) {
    const one = await platform.member(`Role ${role}`)
    expect((await one.get(`/api/programs/${appId}`)).statusCode).toBe(404)
    await giveRole(platform, appId, one, role)
    expect((await one.get(`/api/programs/${appId}`)).statusCode).toBe(status)
    const { programs } = (await one.get('/api/programs')).json<ProgramPage>()
    expect(programs).toMatchObject([{ appId, roles: [role] }])
  }
  expect((await platform.visitor().get(`/api/programs/${appId}`)).statusCode).toBe(401)
  expect((await owner.get('/api/programs/wx0000000000000000')).statusCode).toBe(404)
  expect((await owner.get('/api/programs/nonsense')).statusCode).toBe(400)
})

test('two roles of one person are both theirs', async () => {
  const { appId } = await newProgram(platform, owner)
  const one = await platform.member('Both')
  await giveRole(platform, appId, one, 'operator')
  await giveRole(platform, appId, one, 'tester')
  const program = (await one.get(`/api/programs/${appId}`)).json<Program>()
  expect(program.roles).toEqual(['operator', 'tester'])
})
