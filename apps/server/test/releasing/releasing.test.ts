import type { CodeReview, ProgramVersion, Releasing } from '@sampan/platform-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hasRelease } from '../../src/releasing/rules/user-share'
import { completeProfile, fileProgram } from '../platform/complete-program'
import { sendConfirmed } from '../platform/confirm'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { giveRole, newProgram } from '../platform/test-program'
import { uploadVersion } from '../versions/upload'

let platform: TestPlatform
let owner: Visitor
let developer: Visitor
let reviewer: Visitor
let appId: string

beforeAll(async () => {
  platform = await startTestPlatform({ runsJobs: true })
  owner = await platform.member('Lin Yi')
  developer = await platform.member('Dee')
  reviewer = await platform.member('Rao Wen', 'reviewer')
})
beforeEach(async () => {
  appId = (await newProgram(platform, owner)).appId
  await giveRole(platform, appId, developer, 'developer')
  await completeProfile(platform, appId, `Tide ${appId.slice(-6)}`)
  await fileProgram(platform, appId)
})
afterAll(() => platform.close())

const url = (rest = '') => `/api/programs/${appId}/releases${rest}`
const read = async () => (await owner.get(url())).json<Releasing>()
const release = (versionId: string, percent = 100, membersFirst = false) =>
  sendConfirmed(platform, owner, 'POST', url(), { versionId, percent, membersFirst })
const step = async (action: string, percent?: number) => {
  const { gradual } = await read()
  return owner.send('POST', url(`/${gradual!.id}/steps`), { action, percent })
}
const find = async (user: { userId?: string; deviceId?: string } = {}) =>
  platform.publicPrograms.find(appId, { userId: user.userId, deviceId: user.deviceId ?? 'a device' })

async function approved(number: string): Promise<ProgramVersion> {
  platform.setNow(new Date())
  const changes = { 'pages/a/a.wxml': `<view>${number}</view>` }
  const version = await uploadVersion(owner, appId, { number, changes })
  const sent = await owner.send('POST', `/api/programs/${appId}/reviews`, { versionId: version.id, form: {} })
  const { id, revision } = sent.json<CodeReview>()
  const decision = { revision, action: 'approve' }
  expect((await reviewer.send('POST', `/api/review/code-reviews/${id}/steps`, decision)).statusCode).toBe(200)
  return version
}

async function released(number: string): Promise<ProgramVersion> {
  const version = await approved(number)
  expect((await release(version.id)).statusCode).toBe(201)
  return version
}

test('an approved version of a filed program reaches everybody: they find it, and its files', async () => {
  const version = await approved('1.0')
  expect(await find()).toBeUndefined()
  expect((await read()).approved).toMatchObject({ versionId: version.id, number: '1.0' })
  const after = (await release(version.id)).json<Releasing>()
  expect(after).toMatchObject({ approved: null, online: { number: '1.0', percent: 100, by: 'Lin Yi' } })

  const found = (await find())!
  expect(found).toMatchObject({ version: '1.0', owner: 'River Tea Ltd', pauseNotice: null })
  expect(found.filingNumber).toMatch(/ICP/)
  const [, , , hash] = found.bundleUrl.split('/')
  expect(String(await platform.publicPrograms.readFile(appId, hash!, 'manifest.json'))).toContain(appId)
  expect(await platform.publicPrograms.readFile(appId, 'f'.repeat(64), 'manifest.json')).toBeUndefined()
  expect(await release(version.id).catch((error: Error) => error.message)).toContain('not-approved')
})

test('without a filing nothing is released', async () => {
  await platform.database.db.kysely.deleteFrom('filing').where('app_id', '=', appId).execute()
  const { id: versionId } = await approved('1.0')
  const sent = await owner.send('POST', url(), { versionId, percent: 100 })
  expect(sent.json()).toMatchObject({ rule: 'filing-missing', errcode: 86369 })
})

test('to more and more users: never fewer, the same ones, members first if they shall', async () => {
  const first = await approved('1.0')
  expect((await owner.send('POST', url(), { versionId: first.id, percent: 10 })).json()).toMatchObject({
    rule: 'nothing-online',
  })
  await release(first.id)
  const second = await approved('2.0')
  const { gradual } = (await release(second.id, 10, true)).json<Releasing>()
  expect(gradual).toMatchObject({ percent: 10, membersFirst: true, state: 'gradual' })

  const users = Array.from({ length: 200 }, (_, index) => `user ${index}`)
  const early = users.filter((user) => hasRelease(user, gradual!.id, 10))
  for (const user of users.slice(0, 20)) {
    expect((await find({ deviceId: user }))!.version).toBe(early.includes(user) ? '2.0' : '1.0')
  }
  expect((await find({ userId: developer.userId }))!.version).toBe('2.0')

  expect((await step('widen', 10)).json()).toMatchObject({ rule: 'percent-only-up' })
  expect((await step('pause')).json()).toMatchObject({ gradual: { isPaused: true } })
  expect((await step('widen', 50)).json()).toMatchObject({ code: 'not-now' })
  await step('resume')
  await step('widen', 50)
  for (const user of early.slice(0, 5)) expect((await find({ deviceId: user }))!.version).toBe('2.0')
  expect((await step('widen', 100)).json()).toMatchObject({ gradual: null, online: { number: '2.0' } })
  expect((await find())!.version).toBe('2.0')
})

test('given up: everybody has what was online, and it may be released again', async () => {
  await released('1.0')
  const second = await approved('2.0')
  await release(second.id, 99)
  expect((await step('cancel')).json()).toMatchObject({ gradual: null, approved: { number: '2.0' } })
  expect((await find())!.version).toBe('1.0')
  expect((await release(second.id)).statusCode).toBe(201)
})

test('back to an earlier one once, not while another spreads, and not from what one went back to', async () => {
  await released('1.0')
  await released('2.0')
  const { earlier } = await read()
  expect(earlier.map(({ number }) => number)).toEqual(['1.0'])
  const back = () => sendConfirmed(platform, owner, 'POST', url(`/${earlier[0]!.id}/roll-back`), {})
  const third = await approved('3.0')
  await release(third.id, 5)
  const during = await owner.send('POST', url(`/${earlier[0]!.id}/roll-back`), {})
  expect(during.json()).toMatchObject({ rule: 'release-running', errcode: 87011 })
  await step('cancel')

  expect((await back()).json()).toMatchObject({ online: { number: '1.0', isRollback: true }, earlier: [] })
  expect((await find())!.version).toBe('1.0')
  const twice = await owner.send('POST', url(`/${earlier[0]!.id}/roll-back`), {})
  expect(twice.json()).toMatchObject({ rule: 'no-rollback', errcode: 87012 })
  await release(third.id)
  expect((await read()).earlier.map(({ number }) => number)).toEqual(['1.0'])
  expect((await read()).history.map(({ action }) => action)).toEqual([
    'release',
    'release',
    'begin',
    'cancel',
    'roll-back',
    'release',
  ])
})

test('a paused service is not listed, and says why to whoever opens it', async () => {
  await released('1.0')
  const name = `tide${appId.slice(-6)}`
  const search = async (query: string) =>
    (await platform.publicPrograms.list(query, { userId: undefined, deviceId: 'x' })).map(
      (found) => found.appId,
    )
  expect(await search(name)).toContain(appId)
  const service = `/api/programs/${appId}/service`
  const open = { isPaused: false, pauseNotice: '', isSearchable: true, minimumReleaseId: null }
  const silent = await owner.send('PUT', service, { ...open, isPaused: true })
  expect(silent.json()).toMatchObject({ rule: 'notice-missing' })
  await sendConfirmed(platform, owner, 'PUT', service, {
    ...open,
    isPaused: true,
    pauseNotice: 'We move house',
  })
  expect(await search(name)).not.toContain(appId)
  expect(await find()).toMatchObject({ pauseNotice: 'We move house' })
  await sendConfirmed(platform, owner, 'PUT', service, open)
  await owner.send('PUT', service, { ...open, isSearchable: false })
  expect(await search(name)).not.toContain(appId)
  expect(await find()).toMatchObject({ pauseNotice: null })
})

test('search finds Chinese and English names, parts of them, and those with a letter wrong', async () => {
  await completeName('江上茶馆 Riverside')
  await released('1.0')
  const search = async (query: string) =>
    (await platform.publicPrograms.list(query, { userId: undefined, deviceId: 'x' })).map(
      (found) => found.appId,
    )
  for (const query of ['江上茶馆', '茶馆', 'riverside', 'RIVER', 'rivreside', 'Riverside ']) {
    expect(await search(query), query).toContain(appId)
  }
  for (const query of ['%', '_', 'zebra', '100%']) expect(await search(query), query).not.toContain(appId)
})

test('whoever may not is refused', async () => {
  const version = await approved('1.0')
  const body = { versionId: version.id, percent: 100 }
  expect((await developer.send('POST', url(), body)).statusCode).toBe(403)
  const stranger = await platform.member(`Stranger ${appId}`)
  expect((await stranger.send('POST', url(), body)).statusCode).toBe(404)
  expect((await stranger.get(url())).statusCode).toBe(404)
  expect((await owner.send('POST', url(), body)).json()).toMatchObject({ code: 'confirm-first' })
  expect((await owner.send('POST', url(), { ...body, versionId: appId })).statusCode).toBe(400)
})

async function completeName(name: string): Promise<void> {
  await platform.database.db.kysely
    .updateTable('program')
    .set({ name, name_key: name.toLowerCase().replaceAll(' ', '') })
    .where('app_id', '=', appId)
    .execute()
}
