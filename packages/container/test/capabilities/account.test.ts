import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { begin, button, call, withProgram as runWithProgram } from './calls'
import { type OpenProgram, type TestHost, type TestProgram, startTestHost } from '../harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

const withProgram = (program: TestProgram, run: (opened: OpenProgram) => Promise<void>) =>
  runWithProgram(host, program, run)

describe('permissions', () => {
  const manifest = { app: { permission: { 'scope.userLocation': { desc: 'To find shops near you' } } } }

  test('are asked once, remembered, and changed in the setting screen', () =>
    withProgram({ manifest }, async (opened) => {
      expect((await call(opened, 'getSetting')).value.authSetting).not.toHaveProperty('scope.userLocation')
      const first = await begin(opened, 'authorize', { scope: 'scope.userLocation' })
      const second = await begin(opened, 'authorize', { scope: 'scope.userLocation' })
      await opened.page.getByText('To find shops near you').waitFor()
      await button(opened, 'Deny').click()
      const denied = { error: { message: 'auth deny', errno: 103 } }
      expect(await first()).toMatchObject(denied)
      expect(await second()).toMatchObject(denied)
      expect(await call(opened, 'authorize', { scope: 'scope.userLocation' })).toMatchObject(denied)
      expect((await call(opened, 'getSetting')).value.authSetting).toMatchObject({
        'scope.userLocation': false,
      })

      const setting = await begin(opened, 'openSetting')
      await opened.page.getByRole('switch', { name: 'Location' }).check()
      await opened.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      expect((await setting()).value.authSetting).toMatchObject({ 'scope.userLocation': true })
      expect((await call(opened, 'authorize', { scope: 'scope.userLocation' })).error).toBeUndefined()
    }))

  test('need a purpose in app.json for locations, and a known scope', () =>
    withProgram({}, async (opened) => {
      expect(await call(opened, 'authorize', { scope: 'scope.userLocation' })).toMatchObject({
        error: { message: 'require permission desc' },
      })
      expect((await call(opened, 'authorize', { scope: 'scope.none' })).error).toBeDefined()
      expect((await call(opened, 'authorize', { scope: 'scope.userInfo' })).error).toBeUndefined()
    }))
})

describe('account', () => {
  test('without a platform server: codes say that they are stand-ins', () =>
    withProgram({}, async (opened) => {
      expect((await call(opened, 'checkSession')).error).toMatchObject({
        message: 'session time out, need relogin',
      })
      expect((await call(opened, 'login')).value.code).toMatch(/^sandbox-login-[\da-f]{32}$/)
      expect((await call(opened, 'checkSession')).error).toBeUndefined()
      const lines = (await opened.events('console')).map((line) => line.args.join(' '))
      expect(lines.join('\n')).toContain('no platform server is connected')
    }))

  test('with one: it answers, and its refusals are passed on', () =>
    withProgram({ properties: { settings: { serviceUrl: '/service' } } }, async (opened) => {
      const asked: unknown[] = []
      await opened.page.route('**/service/*', (route) => {
        asked.push([new URL(route.request().url()).pathname, route.request().postDataJSON()])
        if (route.request().url().endsWith('/login')) return route.fulfill({ json: { code: 'from-server' } })
        return route.fulfill({ status: 403, json: { error: { message: 'frequency limit', errno: 1003 } } })
      })
      expect((await call(opened, 'login')).value).toEqual({ code: 'from-server' })
      expect((await call(opened, 'checkSession')).error).toMatchObject({
        message: 'frequency limit',
        errno: 1003,
      })
      expect(asked[0]).toEqual(['/service/login', { appId: 'wxfixture', envVersion: 'release' }])
    }))

  test('everybody has the same picture and name', () =>
    withProgram({}, async (opened) => {
      const { value } = await call(opened, 'getUserProfile', { desc: 'For your page' })
      expect(value.userInfo).toMatchObject({ nickName: '微信用户', gender: 0 })
      expect(JSON.parse(value.rawData)).toEqual(value.userInfo)
      expect(atob(value.encryptedData)).toContain('sandbox')
      const plain = (await call(opened, 'getUserInfo', { withCredentials: false })).value
      expect(Object.keys(plain).sort()).toEqual(['rawData', 'userInfo'])
    }))

  test('the user may refuse the phone number', () =>
    withProgram({}, async (opened) => {
      const refused = await begin(opened, 'requestPhoneNumber', { realtime: false })
      await opened.page.getByText('No real phone number').waitFor()
      await opened.page.keyboard.press('Escape')
      expect((await refused()).error).toMatchObject({ message: 'user deny' })
      const allowed = await begin(opened, 'requestPhoneNumber', { realtime: false })
      await button(opened, 'Allow').click()
      expect((await allowed()).value.code).toMatch(/^sandbox-phone-/)
    }))
})

test('payment: the sheet says that it is a simulation', () =>
  withProgram({}, async (opened) => {
    const params = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'RSA', paySign: 's' }
    for (const [name, outcome] of [
      ['Succeed', undefined],
      ['Fail', 'simulated failure'],
      ['Cancel', 'cancel'],
    ] as const) {
      const payment = await begin(opened, 'requestPayment', params)
      await opened.page.getByText('no money moves').waitFor()
      await button(opened, name).click()
      expect((await payment()).error?.message).toBe(outcome)
    }
    expect((await call(opened, 'requestPayment', { ...params, package: '' })).error).toBeDefined()
  }))

test('subscribe messages: each template has an answer, and kept ones are not asked again', () =>
  withProgram({}, async (opened) => {
    const request = await begin(opened, 'requestSubscribeMessage', { tmplIds: ['first', 'second'] })
    await opened.page.getByRole('checkbox', { name: 'second' }).uncheck()
    await opened.page.getByRole('checkbox', { name: /Always keep/ }).check()
    await button(opened, 'Allow').click()
    expect((await request()).value).toEqual({ first: 'accept', second: 'reject' })
    expect((await call(opened, 'requestSubscribeMessage', { tmplIds: ['first'] })).value).toEqual({
      first: 'accept',
    })
    const { subscriptionsSetting } = (await call(opened, 'getSetting', { withSubscriptions: true })).value
    expect(subscriptionsSetting).toEqual({
      mainSwitch: true,
      itemSettings: { first: 'accept', second: 'reject' },
    })
    expect((await call(opened, 'requestSubscribeMessage', { tmplIds: [] })).error).toMatchObject({
      extra: { errCode: 10001 },
    })
  }))

test('addresses: the user enters one, and picks it the next time', () =>
  withProgram({ manifest: { app: { requiredPrivateInfos: ['chooseAddress'] } } }, async (opened) => {
    const first = await begin(opened, 'chooseAddress')
    await button(opened, 'New …').click()
    const fields = {
      Name: 'Lin',
      Phone: '12345',
      Province: 'P',
      City: 'C',
      District: 'D',
      Address: 'Street 1',
    }
    for (const [name, value] of Object.entries(fields)) {
      await opened.page.getByLabel(new RegExp(`^${name}`)).fill(value)
    }
    await button(opened, 'OK').click()
    const expected = { userName: 'Lin', telNumber: '12345', cityName: 'C', detailInfo: 'Street 1' }
    expect((await first()).value).toMatchObject(expected)
    const second = await begin(opened, 'chooseAddress')
    await opened.page.getByRole('button', { name: /Lin 12345/ }).click()
    expect((await second()).value).toMatchObject(expected)
    const third = await begin(opened, 'chooseAddress')
    await button(opened, 'Cancel').click()
    expect((await third()).error).toMatchObject({ message: 'cancel' })
  }))

test('privacy: asked once when the program checks it', () =>
  withProgram({ manifest: { app: { usePrivacyCheck: true } } }, async (opened) => {
    expect((await call(opened, 'getPrivacySetting')).value.needAuthorization).toBe(true)
    const refused = await begin(opened, 'askPrivacy')
    await button(opened, 'Disagree').click()
    expect((await refused()).value).toEqual({ agreed: false })
    const agreed = await begin(opened, 'askPrivacy')
    await button(opened, 'Agree').click()
    expect((await agreed()).value).toEqual({ agreed: true })
    expect((await call(opened, 'getPrivacySetting')).value.needAuthorization).toBe(false)
  }))
