import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createSimulatedChannel } from '../../src/delivery/simulated-channel'
import { keepFilingDeadlines } from '../../src/filing/deadlines'
import { openFiling } from '../../src/filing/open-filing'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { ANSWERS, codeOf, decide, filingOf, fillIn, ok, passFace, readyProgram, submit } from './file-program'

let platform: TestPlatform
let owner: Visitor
let reviewer: Visitor

beforeAll(async () => {
  platform = await startTestPlatform({ runsJobs: true })
  owner = await platform.member('Owner')
  reviewer = await platform.member('Reviewer', 'reviewer')
})
afterAll(() => platform.close())

async function keepAt(now: Date): Promise<void> {
  const { db } = platform.database
  const secret = 'a secret of tests, long enough for anything'
  const sms = createSimulatedChannel('sms', db)
  const { parts } = openFiling({ db, secret, sms, baseUrl: () => 'http://sampan.test', now: () => now })
  await db.transaction((tx) => keepFilingDeadlines(tx, parts))
}

const hours = (count: number) => new Date(Date.now() + count * 3600_000)
const kindsOf = async (who: Visitor) =>
  (await ok<{ notices: { kind: string }[] }>(who.get('/api/notices'))).notices.map(({ kind }) => kind)

test('codes are sent once more after 12 hours, and end after 24; both sides are reminded once', async () => {
  const { appId } = await readyProgram(platform, owner)
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  await fillIn(owner, appId, ANSWERS)
  const { id } = await submit(owner, appId)
  await passFace(owner, appId, platform.visitor())
  await keepAt(hours(24 * 6))
  await keepAt(hours(24 * 6))
  expect((await kindsOf(reviewer)).filter((kind) => kind === 'filing-reminder-platform-review')).toHaveLength(
    1,
  )

  const { smsChecks } = await decide(reviewer, 'review', id, 'approve')
  const checkId = smsChecks[0]!.id
  const code = await codeOf(platform, checkId)
  const sent = () =>
    platform.database.db.kysely
      .selectFrom('simulated_message')
      .select('body')
      .where('body', 'like', `%${checkId}%`)
      .execute()
  await keepAt(hours(11))
  await keepAt(hours(13))
  await keepAt(hours(14))
  await vi.waitFor(async () => expect(await sent()).toHaveLength(2), { timeout: 10_000 })
  expect((await sent()).every(({ body }) => body.includes(code))).toBe(true)
  await keepAt(hours(19))
  await keepAt(hours(24.1))
  expect(await filingOf(owner, appId)).toMatchObject({ state: 'platform-rejected' })
  const kinds = await kindsOf(owner)
  expect(kinds.slice(0, 2)).toEqual(['filing-sms-expired', 'filing-reminder-sms-check'])

  // Not corrected within seven working days: a draft again.
  await keepAt(hours(24 * 13))
  expect(await filingOf(owner, appId)).toMatchObject({ state: 'draft', dueAt: null })
})
