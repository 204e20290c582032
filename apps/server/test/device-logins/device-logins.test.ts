import type { DeviceToken, NewDeviceLogin } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanUpPrograms } from '../../src/programs/clean-up'
import { phoneOf } from '../platform/confirm'
import { PASSWORD, startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let nowMs = Date.parse('2026-11-23T02:00:00Z')

beforeAll(async () => {
  platform = await startTestPlatform()
  pass(0)
  owner = await platform.member('Lin Yi')
})
afterAll(() => platform.close())

function pass(seconds: number): void {
  nowMs += seconds * 1000
  platform.setNow(new Date(nowMs))
}

async function begin(tool = platform.visitor()): Promise<NewDeviceLogin> {
  const begun = await tool.send('POST', '/api/device-logins', { device: 'sampan on laptop' })
  expect(begun.statusCode).toBe(201)
  return begun.json<NewDeviceLogin>()
}
const ask = ({ deviceCode }: NewDeviceLogin) =>
  platform.visitor().send('POST', '/api/device-logins/token', { deviceCode })
const decide = (who: Visitor, code: string, approve = true) =>
  who.send('POST', `/api/device-logins/by-code/${code}/decision`, { approve })

/** A signed-in tool's requests. */
async function signIn(who = owner) {
  pass(1)
  const login = await begin()
  expect((await decide(who, login.userCode)).statusCode).toBe(200)
  const { token } = (await ask(login)).json<DeviceToken>()
  return {
    token,
    send: (method: 'GET' | 'POST' | 'DELETE' | 'PATCH', url: string, payload?: object) =>
      platform.app.inject({ method, url, payload, headers: { authorization: `Bearer ${token}` } }),
  }
}

test('a tool shows a code, somebody approves it on their phone, the tool has its token once', async () => {
  const login = await begin()
  expect(login).toMatchObject({ url: `http://sampan.test/scan/login/${login.userCode}`, intervalSeconds: 2 })
  expect(login.userCode).toMatch(/^[B-DF-HJ-NP-TV-XZ2-9]{8}$/)
  expect((await ask(login)).json()).toMatchObject({ code: 'not-now', rule: 'waiting' })
  expect((await ask(login)).json()).toMatchObject({ code: 'not-now', rule: 'slow-down' })
  pass(2)
  expect((await ask(login)).json()).toMatchObject({ rule: 'slow-down' })
  pass(20)
  expect((await ask(login)).json()).toMatchObject({ rule: 'waiting' })

  const written = `${login.userCode.slice(0, 4)}-${login.userCode.slice(4)}`.toLowerCase()
  const seen = await owner.get(`/api/device-logins/by-code/${written}`)
  expect(seen.json()).toMatchObject({ device: 'sampan on laptop', state: 'waiting' })
  expect((await decide(owner, written)).json()).toMatchObject({ state: 'approved' })
  expect((await decide(owner, written)).statusCode).toBe(409)

  const answers = await Promise.all([ask(login), ask(login)])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404])
})

test('a tool works on programs and on nothing that the console guards', async () => {
  const { appId } = await newProgram(platform, owner)
  const tool = await signIn()
  expect((await tool.send('GET', '/api/session')).json()).toMatchObject({ name: 'Lin Yi', staffRoles: [] })
  expect((await tool.send('GET', '/api/programs')).json()).toMatchObject({ programs: [{ appId }] })
  expect((await tool.send('GET', `/api/programs/${appId}/versions`)).statusCode).toBe(200)
  for (const [method, url] of [
    ['GET', '/api/device-tokens'],
    ['GET', `/api/programs/${appId}/members`],
    ['POST', '/api/confirmations'],
    ['GET', '/api/notices'],
  ] as const) {
    const refused = await tool.send(
      method,
      url,
      method === 'POST' ? { action: 'hand-over', subject: appId } : undefined,
    )
    expect([url, refused.statusCode, refused.json<{ rule: string }>().rule]).toEqual([
      url,
      403,
      'not-by-tools',
    ])
  }
  expect((await tool.send('GET', '/api/auth/get-session')).body).toBe('null')
})

test('its owner sees it and ends it; it ends itself; a new password ends it', async () => {
  const tool = await signIn()
  const { devices } = (await owner.get('/api/device-tokens')).json<{ devices: { id: string }[] }>()
  const stranger = await platform.member('Mallory')
  expect((await stranger.send('DELETE', `/api/device-tokens/${devices[0]!.id}`)).statusCode).toBe(404)
  expect((await owner.send('DELETE', `/api/device-tokens/${devices[0]!.id}`)).statusCode).toBe(204)
  await expect.poll(async () => (await tool.send('GET', '/api/session')).statusCode).toBe(401)

  const second = await signIn()
  expect((await second.send('DELETE', '/api/device-tokens/current')).statusCode).toBe(204)
  await expect.poll(async () => (await second.send('GET', '/api/session')).statusCode).toBe(401)

  const third = await signIn(stranger)
  expect((await third.send('GET', '/api/session')).statusCode).toBe(200)
  const body = { currentPassword: PASSWORD, newPassword: 'another long password' }
  expect((await stranger.send('POST', '/api/auth/change-password', body)).statusCode).toBe(200)
  await expect.poll(async () => (await third.send('GET', '/api/session')).statusCode).toBe(401)
})

test('refused, unknown, too late, too many', async () => {
  const refused = await begin()
  await decide(owner, refused.userCode, false)
  expect((await ask(refused)).json()).toMatchObject({ code: 'forbidden', rule: 'refused' })
  expect((await decide(platform.visitor(), refused.userCode)).statusCode).toBe(401)
  expect((await decide(owner, 'BBBBBBBB')).statusCode).toBe(404)

  const disguised = { device: 'your own \u202ephone' }
  expect((await platform.visitor().send('POST', '/api/device-logins', disguised)).statusCode).toBe(400)

  const late = await begin()
  pass(600)
  expect((await decide(owner, late.userCode)).statusCode).toBe(404)
  expect((await ask(late)).statusCode).toBe(404)

  const tool = platform.visitor()
  for (let count = 0; count < 20; count++) await begin(tool)
  expect((await tool.send('POST', '/api/device-logins', { device: 'x' })).statusCode).toBe(429)
})

test('a token that nobody used for a month is over; nothing secret is in the database', async () => {
  const tool = await signIn()
  const login = await begin()
  const { rows } = await platform.database.db.pool.query(
    'select * from device_login, device_token, audit_entry',
  )
  for (const secret of [tool.token, login.deviceCode, login.userCode]) {
    expect(JSON.stringify(rows)).not.toContain(secret)
  }
  pass(31 * 24 * 3600)
  expect((await tool.send('GET', '/api/session')).statusCode).toBe(401)
  await platform.database.db.transaction((tx) => cleanUpPrograms(tx, new Date(nowMs)))
  const left = await platform.database.db.pool.query(
    'select id from device_token union select id from device_login',
  )
  expect(left.rows).toEqual([])
})

test('a code alone does not sign in to an account that has a second factor', async () => {
  const ada = await platform.member('Ada')
  const signInByCode = async () => {
    const browser = platform.visitor()
    await platform.database.db.kysely.deleteFrom('simulated_message').execute()
    await browser.send('POST', '/api/auth/email-otp/send-verification-otp', {
      email: ada.email,
      type: 'sign-in',
    })
    const otp = await platform.lastCode(ada.email)
    return browser.send('POST', '/api/auth/sign-in/email-otp', { email: ada.email, otp })
  }
  expect((await signInByCode()).statusCode).toBe(200)
  await platform.database.db.kysely
    .updateTable('auth.user')
    .set({ twoFactorEnabled: true })
    .where('id', '=', ada.userId)
    .execute()
  expect((await signInByCode()).json()).toMatchObject({ code: 'PASSWORD_FIRST' })
  expect((await phoneOf(platform, ada).then((phone) => phone.get('/api/session'))).statusCode).toBe(401)
})
