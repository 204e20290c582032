import {
  confirmationSubject,
  type ConfirmationRequest,
  type ConfirmationStatus,
  type ConfirmedAction,
  type NewConfirmation,
} from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useConfirmation } from '../../src/confirmations/use-confirmation'
import { needsAnotherSignIn } from '../../src/confirmations/rules/confirmed-actions'
import { Refusal } from '../../src/http/refusal'
import { phoneOf } from '../platform/confirm'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { giveRole, newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let phone: Visitor
let appId: string
const start = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  platform = await startTestPlatform()
  platform.setNow(start)
  owner = await platform.member('Lin Yi')
  phone = await phoneOf(platform, owner)
  appId = (await newProgram(platform, owner)).appId
})
afterAll(() => platform.close())

async function ask(action: ConfirmedAction, subject = confirmationSubject(appId)): Promise<NewConfirmation> {
  platform.setNow(start)
  const asked = await owner.send('POST', '/api/confirmations', { action, subject })
  expect(asked.statusCode).toBe(201)
  return asked.json<NewConfirmation>()
}
const decide = (who: Visitor, { code }: NewConfirmation, approve = true) =>
  who.send('POST', `/api/confirmations/by-code/${code}/decision`, { approve })
const stateOf = async ({ id }: NewConfirmation) =>
  (await owner.get(`/api/confirmations/${id}`)).json<ConfirmationStatus>().state

/** What a sensitive request does. Answers why it was refused. */
async function use(
  asked: NewConfirmation,
  { action = asked.action, subject = asked.subject, userId = owner.userId, minutesLater = 0 } = {},
): Promise<string | undefined> {
  const session = { userId } as never
  const now = new Date(start.getTime() + minutesLater * 60_000)
  try {
    await platform.database.db.transaction((tx) =>
      useConfirmation(tx, { session, address: '', confirmationId: asked.id }, { action, subject, now }),
    )
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code
    throw error
  }
}

test('asked for in the console, confirmed on the phone, used once', async () => {
  const asked = await ask('reset-app-secret')
  expect(asked.url).toBe(`http://sampan.test/scan/confirm/${asked.code}`)
  expect(asked.expiresAt).toBe('2026-11-23T02:05:00.000Z')
  expect(await stateOf(asked)).toBe('waiting')
  expect(await use(asked)).toBe('confirm-first')

  const seen = await phone.get(`/api/confirmations/by-code/${asked.code}`)
  expect(seen.json<ConfirmationRequest>()).toMatchObject({
    action: 'reset-app-secret',
    program: { appId },
    person: null,
    mayDecide: true,
  })
  expect((await decide(phone, asked)).json()).toMatchObject({ state: 'approved' })
  expect(await stateOf(asked)).toBe('approved')
  expect(await use(asked)).toBeUndefined()
  expect(await use(asked)).toBe('confirm-first')
  expect(await stateOf(asked)).toBe('used')
})

test('it is good for nothing else, for nobody else, and for five minutes', async () => {
  const asked = await ask('remove-member', confirmationSubject(appId, owner.userId))
  await decide(phone, asked)
  expect(await use(asked, { action: 'add-member' })).toBe('confirm-first')
  expect(await use(asked, { subject: confirmationSubject(appId, 'another') })).toBe('confirm-first')
  expect(await use(asked, { userId: 'another' })).toBe('confirm-first')
  expect(await use(asked, { minutesLater: 5 })).toBe('confirm-first')
  expect(await use(asked, { minutesLater: 4.9 })).toBeUndefined()
})

test('of two that use it at once, one does', async () => {
  const asked = await ask('make-upload-key')
  await decide(phone, asked)
  const outcomes = await Promise.all([use(asked), use(asked)])
  expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1)
})

test('the phone says whom it is about', async () => {
  const subject = confirmationSubject(appId, 'ada@example.com', ['operator', 'developer'])
  expect(subject).toBe(`${appId}/ada%40example.com/developer+operator`)
  const { code } = await ask('add-member', subject)
  expect((await phone.get(`/api/confirmations/by-code/${code}`)).json()).toMatchObject({
    person: { name: '', email: 'ada@example.com' },
    roles: ['developer', 'operator'],
  })
})

test('refused, decided twice, too late', async () => {
  const asked = await ask('hand-over')
  expect((await decide(phone, asked, false)).json()).toMatchObject({ state: 'refused' })
  expect((await decide(phone, asked)).statusCode).toBe(409)
  expect(await use(asked)).toBe('confirm-first')

  const late = await ask('hand-over')
  platform.setNow(new Date(start.getTime() + 5 * 60_000))
  expect(await stateOf(late)).toBe('expired')
  expect((await decide(phone, late)).statusCode).toBe(409)
})

test('the sign-in that asked does not approve, though it may refuse', async () => {
  const asked = await ask('hand-over')
  const seen = await owner.get(`/api/confirmations/by-code/${asked.code}`)
  expect(seen.json()).toMatchObject({ mayDecide: false })
  expect((await decide(owner, asked)).json()).toMatchObject({ code: 'rule', rule: 'another-sign-in' })
  expect((await decide(owner, asked, false)).statusCode).toBe(200)
  expect(needsAnotherSignIn('https://sampan.example')).toBe(true)
  expect(needsAnotherSignIn('http://localhost:5170')).toBe(false)
})

test('asking again makes the first code worthless', async () => {
  const first = await ask('freeze-app-secret')
  const second = await ask('freeze-app-secret')
  expect((await decide(phone, first)).statusCode).toBe(404)
  expect((await decide(phone, second)).statusCode).toBe(200)
})

test('somebody else sees nothing of it, and nobody asks for what they may not do', async () => {
  const asked = await ask('make-app-secret')
  const developer = await platform.member('Dev')
  await giveRole(platform, appId, developer, 'developer')
  expect((await developer.get(`/api/confirmations/${asked.id}`)).statusCode).toBe(404)
  expect((await developer.get(`/api/confirmations/by-code/${asked.code}`)).statusCode).toBe(404)
  expect((await decide(developer, asked)).statusCode).toBe(404)
  expect((await decide(platform.visitor(), asked)).statusCode).toBe(401)
  const body = { action: 'make-app-secret', subject: confirmationSubject(appId) }
  expect((await developer.send('POST', '/api/confirmations', body)).statusCode).toBe(403)
  const stranger = await platform.member('Mallory')
  expect((await stranger.send('POST', '/api/confirmations', body)).statusCode).toBe(404)
  for (const subject of ['', 'wx1', `${appId}/%zz`, `${appId}/%FF`, `${appId}/a/b/c`]) {
    const wrong = await owner.send('POST', '/api/confirmations', { ...body, subject })
    expect([subject, wrong.statusCode]).toEqual([subject, 400])
  }
})

test('the code is not in the database in plain', async () => {
  const { code } = await ask('make-app-secret')
  const { rows } = await platform.database.db.pool.query('select * from confirmation, audit_entry')
  expect(JSON.stringify(rows)).not.toContain(code)
})
