import type { NameCheck, ProfileQuotas, Program } from '@sampan/platform-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cleanUpPrograms } from '../../src/programs/clean-up'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { approvedEntity, giveRole, newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let rival: Visitor
const start = new Date('2026-11-23T02:00:00Z')
const daysLater = (days: number) => new Date(start.getTime() + days * 24 * 3600_000)
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
  rival = await platform.member('Rival')
})
beforeEach(() => platform.setNow(start))
afterAll(() => platform.close())

const read = async (who: Visitor, appId: string) => (await who.get(`/api/programs/${appId}`)).json<Program>()
async function put(who: Visitor, appId: string, what: string, value: Record<string, unknown>) {
  const { revision } = await read(who, appId)
  return who.send('PUT', `/api/programs/${appId}/${what}`, { revision, ...value })
}
const rename = (who: Visitor, { appId }: Program, name: string) => put(who, appId, 'name', { name })
const quotas = async ({ appId }: Program) =>
  (await owner.get(`/api/programs/${appId}/quotas`)).json<ProfileQuotas>()
const picture = async ({ appId }: Program, bytes: Buffer, who = owner) =>
  who.send('PUT', `/api/programs/${appId}/avatar?revision=${(await read(owner, appId)).revision}`, bytes, {
    headers: { 'content-type': 'image/png' },
  })
async function release({ appId }: Program, at = start): Promise<void> {
  const { kysely } = platform.database.db
  await kysely.updateTable('program').set({ released_at: at }).where('app_id', '=', appId).execute()
}

test('name, introduction and picture, until nothing of them is missing', async () => {
  const program = await newProgram(platform, owner)
  expect((await rename(owner, program, '  河岸  Tea ')).json()).toMatchObject({ name: '河岸 Tea' })
  await put(owner, program.appId, 'intro', { intro: 'Brews tea and tells when it is ready.' })
  const saved = (await picture(program, png)).json<Program>()
  expect(saved.missing).toEqual(['category'])
  expect(saved.revision).toBe(4)
  const shown = await platform.visitor().get(saved.avatarUrl!)
  expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(shown.rawPayload.equals(png)).toBe(true)
  const other = await newProgram(platform, owner)
  const elsewhere = saved.avatarUrl!.replace(program.appId, other.appId)
  expect((await platform.visitor().get(elsewhere)).statusCode).toBe(404)
})

test('a name is one program’s, whatever its case and width', async () => {
  const [mine, theirs] = [await newProgram(platform, owner), await newProgram(platform, rival)]
  await rename(owner, mine, 'Harbour Tea')
  expect((await rename(rival, theirs, 'ＨＡＲＢＯＵＲ ＴＥＡ')).json()).toMatchObject({
    rule: 'name-taken',
    errcode: 53013,
  })
  const check = await rival.send('POST', `/api/programs/${theirs.appId}/name-check`, { name: 'harbourtea' })
  expect(check.json<NameCheck>()).toEqual({ problem: 'name-taken', words: [] })
  expect((await rename(rival, theirs, 'Harbour Coffee')).statusCode).toBe(200)
})

test('of two who take a name at once, one gets it', async () => {
  const programs = [await newProgram(platform, owner), await newProgram(platform, rival)] as const
  const answers = await Promise.all([
    rename(owner, programs[0], 'Race Tea'),
    rename(rival, programs[1], 'race tea'),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422])
})

test('a name that was given up is kept for its owner, then anybody’s', async () => {
  const entityId = await approvedEntity(platform, owner)
  const [mine, second] = [
    await newProgram(platform, owner, entityId),
    await newProgram(platform, owner, entityId),
  ]
  const theirs = await newProgram(platform, rival)
  await rename(owner, mine, 'Kept Tea')
  await rename(owner, mine, 'Other Tea')
  expect((await rename(rival, theirs, 'Kept Tea')).json()).toMatchObject({ rule: 'name-kept' })
  expect((await rename(owner, second, 'Kept Tea')).statusCode).toBe(200)
  await rename(owner, second, 'Third Tea')
  platform.setNow(daysLater(16))
  await platform.database.db.transaction((tx) => cleanUpPrograms(tx, daysLater(16)))
  expect((await rename(rival, theirs, 'Kept Tea')).statusCode).toBe(200)
})

test('two changes before the release; the first name is no change', async () => {
  const program = await newProgram(platform, owner)
  for (const name of ['First Name', 'Second Name', 'Third Name']) {
    expect((await rename(owner, program, name)).statusCode).toBe(200)
  }
  expect((await quotas(program)).name).toEqual({ used: 2, limit: 2, renewsAt: null })
  expect((await rename(owner, program, 'Fourth Name')).json()).toMatchObject({ rule: 'quota-used' })
  // The same name again is none either.
  expect((await rename(owner, program, 'Third Name')).statusCode).toBe(200)
})

test('after the release: two a year for individuals, by application for organisations', async () => {
  const person = await newProgram(platform, owner, await approvedEntity(platform, owner, 'individual'))
  await rename(owner, person, 'Solo Tea')
  await rename(owner, person, 'Solo Tea Two')
  await release(person, daysLater(1))
  platform.setNow(daysLater(2))
  expect((await quotas(person)).name).toEqual({ used: 0, limit: 2, renewsAt: null })
  await rename(owner, person, 'Solo Tea Three')
  await rename(owner, person, 'Solo Tea Four')
  expect((await quotas(person)).name).toEqual({ used: 2, limit: 2, renewsAt: '2026-12-31T16:00:00.000Z' })
  expect((await rename(owner, person, 'Solo Tea Five')).json()).toMatchObject({ rule: 'quota-used' })
  platform.setNow(daysLater(60))
  expect((await rename(owner, person, 'Solo Tea Five')).statusCode).toBe(200)

  const company = await newProgram(platform, owner)
  await rename(owner, company, 'Company Tea')
  await release(company)
  const refused = await rename(owner, company, 'Company Coffee')
  expect(refused.json()).toMatchObject({ rule: 'name-needs-review' })
})

test('rules of names are told by their code', async () => {
  const program = await newProgram(platform, owner)
  const cases = [
    ['Tea', 'name-length', 53010],
    ['Tea <script>', 'name-characters', 53010],
    ['calendar', 'name-generic', 53012],
    ['茶小程序', 'name-forbidden', 53012],
    ['中国茶', 'name-needs-proof', 91009],
  ] as const
  for (const [name, rule, errcode] of cases) {
    expect((await rename(owner, program, name)).json()).toMatchObject({ code: 'rule', rule, errcode })
  }
})

test('an introduction has 4 to 120 characters in one line, five times a month', async () => {
  const program = await newProgram(platform, owner)
  const intro = (text: string) => put(owner, program.appId, 'intro', { intro: text })
  for (const text of ['abc', '茶'.repeat(121), 'line\nline']) {
    expect((await intro(text)).json()).toMatchObject({ rule: 'intro-length' })
  }
  for (let count = 0; count < 5; count++) expect((await intro(`Intro ${count}`)).statusCode).toBe(200)
  expect((await intro('One more')).json()).toMatchObject({ rule: 'quota-used', errcode: 53200 })
  expect((await quotas(program)).intro).toEqual({ used: 5, limit: 5, renewsAt: '2026-11-30T16:00:00.000Z' })
  platform.setNow(new Date('2026-11-30T16:00:00Z'))
  expect((await intro('December')).statusCode).toBe(200)
})

test('a picture is one by its bytes, five times a month', async () => {
  const program = await newProgram(platform, owner)
  expect((await picture(program, Buffer.from('<svg onload=1>'))).json()).toMatchObject({
    rule: 'not-a-picture',
  })
  const tooBig = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])
  expect((await picture(program, tooBig)).statusCode).toBe(400)
  for (let count = 0; count < 5; count++) {
    expect((await picture(program, Buffer.concat([png, Buffer.from([count])]))).statusCode).toBe(200)
  }
  expect((await picture(program, png)).json()).toMatchObject({ rule: 'quota-used', errcode: 53202 })
})

test('only overseas owners say where data is kept', async () => {
  const abroad = await newProgram(platform, owner, await approvedEntity(platform, owner, 'overseas'))
  const region = { dataRegion: 'singapore' }
  const saved = (await put(owner, abroad.appId, 'data-region', region)).json<Program>()
  expect(saved).toMatchObject({ dataRegion: 'singapore' })
  expect(saved.missing).not.toContain('data-region')
  const home = await newProgram(platform, owner)
  expect((await put(owner, home.appId, 'data-region', region)).json()).toMatchObject({ rule: 'not-overseas' })
})

test('of two who change the same, the second reads again', async () => {
  const { appId, revision } = await newProgram(platform, owner)
  const answers = await Promise.all(
    ['One intro', 'Two intros'].map((intro) =>
      owner.send('PUT', `/api/programs/${appId}/intro`, { revision, intro }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect((await quotas({ appId } as Program)).intro.used).toBe(1)
})

test('only the administrator changes it, and nobody outside', async () => {
  const program = await newProgram(platform, owner)
  const { appId } = program
  const requests = (who: Visitor) => [
    who.send('PUT', `/api/programs/${appId}/name`, { revision: 1, name: 'Mine now' }),
    who.send('POST', `/api/programs/${appId}/name-check`, { name: 'Mine now' }),
    who.send('PUT', `/api/programs/${appId}/intro`, { revision: 1, intro: 'Mine now' }),
    who.send('PUT', `/api/programs/${appId}/data-region`, { revision: 1, dataRegion: 'europe' }),
    picture(program, png, who),
  ]
  for (const { statusCode } of await Promise.all(requests(rival))) expect(statusCode).toBe(404)
  expect((await rival.get(`/api/programs/${appId}/quotas`)).statusCode).toBe(404)
  await giveRole(platform, appId, rival, 'developer')
  for (const { statusCode } of await Promise.all(requests(rival))) expect(statusCode).toBe(403)
  expect((await rival.get(`/api/programs/${appId}/quotas`)).statusCode).toBe(200)
})
