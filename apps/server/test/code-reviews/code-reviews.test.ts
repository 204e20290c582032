import type { CodeReview, CodeReviewList, Notice, ProgramVersion, ReviewedCode } from '@sampan/platform-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { completeProfile } from '../platform/complete-program'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { giveRole, newProgram } from '../platform/test-program'
import { uploadVersion } from '../versions/upload'

let platform: TestPlatform
let owner: Visitor
let developer: Visitor
let reviewer: Visitor
let appId: string
let version: ProgramVersion

beforeAll(async () => {
  platform = await startTestPlatform({ runsJobs: true })
  owner = await platform.member('Lin Yi')
  developer = await platform.member('Dee')
  reviewer = await platform.member('Rao Wen', 'reviewer')
})
beforeEach(async () => {
  platform.setNow(new Date())
  appId = (await newProgram(platform, owner)).appId
  await giveRole(platform, appId, developer, 'developer')
  await completeProfile(platform, appId, `Tide ${appId.slice(-4)}`)
  version = await uploadVersion(owner, appId, { number: '1.0' })
})
afterAll(() => platform.close())

const url = (rest = '') => `/api/programs/${appId}/reviews${rest}`
const submit = (form: object = {}, who = owner, versionId = version.id) => {
  platform.setNow(new Date())
  return who.send('POST', url(), { versionId, form })
}
const step = ({ id, revision }: CodeReview, action: string, reason = '', who = owner) =>
  who.send('POST', url(`/${id}/steps`), { revision, action, reason })
const decide = ({ id, revision }: CodeReview, action: string, grounds: object[] = [], who = reviewer) =>
  who.send('POST', `/api/review/code-reviews/${id}/steps`, { revision, action, grounds })
const list = async () => (await owner.get(url())).json<CodeReviewList>()
const GROUND = { rule: 'J3.3.1', page: 'pages/a/a', evidence: 'There is one number on the page.' }

test('submitted, rejected by a rule with evidence, mended, approved: everybody who works on it hears of it', async () => {
  const first = (
    await submit({ pages: [{ path: 'pages/a/a', title: 'Tides' }], notes: 'Nothing to sign in' })
  ).json<CodeReview>()
  expect(first).toMatchObject({ state: 'in-review', version: { number: '1.0' }, submittedBy: 'Lin Yi' })
  expect(first.findings).toMatchObject([{ code: 'few-pages', level: 'warning' }])

  const waiting = (await reviewer.get('/api/review/code-reviews')).json<{ reviews: { id: string }[] }>()
  expect(waiting.reviews.map(({ id }) => id)).toContain(first.id)
  const seen = (await reviewer.get(`/api/review/code-reviews/${first.id}`)).json<ReviewedCode>()
  expect(seen).toMatchObject({
    pages: ['pages/a/a'],
    entityName: 'River Tea Ltd',
    actions: ['approve', 'reject'],
  })

  expect((await decide(seen, 'reject')).json()).toMatchObject({ rule: 'grounds-missing' })
  const unknown = { ...GROUND, rule: 'J9' }
  expect((await decide(seen, 'reject', [unknown])).json()).toMatchObject({ rule: 'grounds-missing' })
  expect((await decide(seen, 'reject', [GROUND])).json()).toMatchObject({ state: 'rejected' })
  const { notices } = (await developer.get('/api/notices')).json<{ notices: Notice[] }>()
  expect(notices[0]).toMatchObject({ kind: 'version-reject', link: `/programs/${appId}/reviews` })

  version = await uploadVersion(owner, appId, {
    number: '1.1',
    changes: { 'pages/a/a.wxml': '<view>more</view>' },
  })
  const second = (await submit()).json<CodeReview>()
  expect((await decide(second, 'approve')).json()).toMatchObject({ state: 'approved' })
  const { reviews } = await list()
  expect(reviews.map(({ state, grounds }) => [state, grounds])).toEqual([
    ['approved', []],
    ['rejected', [GROUND]],
  ])
  expect(reviews[1]!.history.map(({ action, by }) => [action, by])).toEqual([
    ['submit', 'Lin Yi'],
    ['reject', 'Rao Wen'],
  ])
})

test('a version under review is open to reviewers, and to them only as long', async () => {
  const open = (who: Visitor) => who.get(`/api/programs/${appId}/open-version?version=${version.id}`)
  expect((await open(reviewer)).statusCode).toBe(404)
  const review = (await submit()).json<CodeReview>()
  const { bundleUrl } = (await open(reviewer)).json<{ bundleUrl: string }>()
  expect((await platform.visitor().get(`${bundleUrl}manifest.json`)).statusCode).toBe(200)
  await decide(review, 'approve')
  expect((await open(reviewer)).statusCode).toBe(404)
  expect((await platform.visitor().get(`${bundleUrl}manifest.json`)).statusCode).toBe(404)
})

test('what can be known before is said before, and stands in the way', async () => {
  const changes = {
    'app.json': JSON.stringify({
      pages: ['pages/a/a'],
      navigateToMiniProgramAppIdList: Array.from({ length: 11 }, (_, index) => `wx${index}`),
    }),
    'pages/a/a.js': `Page({ onLoad() { wx.getLocation({}); wx.request({ url: 'https://api.example.com/tides' }) } })`,
  }
  version = await uploadVersion(owner, appId, { number: '2.0', changes })
  const { findings } = (await owner.get(url(`/check?versionId=${version.id}`))).json<CodeReview>()
  expect(findings).toEqual([
    { code: 'too-many-jumps', level: 'error', detail: '11' },
    { code: 'private-info-undeclared', level: 'error', detail: 'getLocation' },
    { code: 'server-unlisted', level: 'warning', detail: 'https://api.example.com' },
    { code: 'few-pages', level: 'warning', detail: '1' },
  ])
  expect((await submit()).json()).toMatchObject({ code: 'rule', rule: 'pre-checks' })
  expect((await list()).reviews).toEqual([])
})

test('a profile with a gap, and a page that is not there, stand in the way', async () => {
  const bare = (await newProgram(platform, owner)).appId
  const { id } = await uploadVersion(owner, bare, { number: '1' })
  const sent = await owner.send('POST', `/api/programs/${bare}/reviews`, { versionId: id, form: {} })
  expect(sent.json()).toMatchObject({ rule: 'pre-checks' })
  expect((await submit({ pages: [{ path: 'pages/none', title: 'None' }] })).json()).toMatchObject({
    rule: 'pre-checks',
  })
})

test('withdrawn five times a day at most; a later submission takes the place of one that waits', async () => {
  const first = (await submit()).json<CodeReview>()
  const second = (await submit()).json<CodeReview>()
  expect((await list()).reviews.map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'in-review'],
    [first.id, 'replaced'],
  ])
  expect((await step(second, 'withdraw')).json()).toMatchObject({ state: 'withdrawn', dueAt: null })
  for (let time = 2; time <= 5; time++) await step((await submit()).json<CodeReview>(), 'withdraw')
  const last = (await submit()).json<CodeReview>()
  expect((await step(last, 'withdraw')).json()).toMatchObject({ rule: 'too-many-withdrawals' })
  expect(await list()).toMatchObject({ withdrawals: { used: 5, limit: 5 } })
})

test('expedited once, and due in two hours; appealed against once, with a reason', async () => {
  const review = (await submit()).json<CodeReview>()
  const fast = (await step(review, 'expedite')).json<CodeReview>()
  expect(Date.parse(fast.dueAt!) - Date.parse(fast.submittedAt)).toBeLessThan(2.1 * 3600_000)
  expect(fast.actions).toEqual(['withdraw'])
  expect((await step(fast, 'expedite')).json()).toMatchObject({ code: 'not-now' })

  const rejected = (await decide(fast, 'reject', [GROUND])).json<CodeReview>()
  expect((await step(rejected, 'appeal')).json()).toMatchObject({ rule: 'reason-missing' })
  const again = (await step(rejected, 'appeal', 'The number is what it is for.')).json<CodeReview>()
  expect(again.state).toBe('in-review')
  const once = (await decide(again, 'reject', [GROUND])).json<CodeReview>()
  expect((await step(once, 'appeal', 'Please')).json()).toMatchObject({ rule: 'appealed-before' })
})

test('two reviewers decide once; nobody on a program of their own; others see nothing', async () => {
  const review = (await submit()).json<CodeReview>()
  const another = await platform.member(`Second ${appId}`, 'reviewer')
  const decided = await Promise.all([decide(review, 'approve'), decide(review, 'reject', [GROUND], another)])
  expect(decided.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])

  const next = (await submit()).json<CodeReview>()
  await giveRole(platform, appId, another, 'tester')
  expect((await decide(next, 'approve', [], another)).json()).toMatchObject({ rule: 'own-program' })
  const stranger = await platform.member(`Stranger ${appId}`)
  expect((await stranger.get(url())).statusCode).toBe(404)
  expect((await submit({}, developer)).statusCode).toBe(403)
  expect((await step(next, 'withdraw', '', developer)).statusCode).toBe(403)
  expect((await decide(next, 'approve', [], owner)).statusCode).toBe(403)
  expect((await owner.get('/api/review/code-reviews')).statusCode).toBe(403)
  expect((await platform.visitor().get('/api/review/rules')).statusCode).toBe(401)
})
