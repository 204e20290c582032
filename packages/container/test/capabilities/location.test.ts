import { afterAll, beforeAll, expect, test } from 'vitest'
import { wgs84ToGcj02 } from '../../src/capabilities/location/coordinates'
import { type TestHost, startTestHost } from '../harness/container-page'
import { begin, button, call, withProgram } from './calls'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

const manifest = {
  app: {
    requiredPrivateInfos: ['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'chooseLocation'],
    permission: {
      'scope.userLocation': { desc: 'To find shops' },
      'scope.userFuzzyLocation': { desc: 'Weather' },
    },
  },
}
const context = {
  geolocation: { latitude: 31.2304, longitude: 121.4737, accuracy: 12 },
  permissions: ['geolocation'],
}

test('WGS-84 becomes GCJ-02 in China, and stays what it is abroad', () => {
  const shanghai = wgs84ToGcj02({ latitude: 31.2304, longitude: 121.4737 })
  expect(shanghai.latitude).toBeCloseTo(31.22846, 4)
  expect(shanghai.longitude).toBeCloseTo(121.47822, 4)
  expect(wgs84ToGcj02({ latitude: 48.8566, longitude: 2.3522 })).toEqual({
    latitude: 48.8566,
    longitude: 2.3522,
  })
})

test('getLocation: declared, described, allowed', () =>
  withProgram(host, { manifest, context }, async (opened) => {
    const asked = await begin(opened, 'getLocation', { type: 'wgs84' })
    await button(opened, 'Allow').click()
    expect((await asked()).value).toMatchObject({
      latitude: 31.2304,
      longitude: 121.4737,
      accuracy: 12,
      speed: -1,
    })
    const offset = (await call(opened, 'getLocation', { type: 'gcj02' })).value
    expect(offset.longitude).toBeCloseTo(121.47822, 4)

    expect((await call(opened, 'startLocationUpdate')).error).toBeUndefined()
    const emitted = () =>
      opened.inWorker(
        (program) => program.received.filter((message: any) => message.name === 'locationChange').length,
      )
    await expect.poll(emitted, { timeout: 20_000 }).toBeGreaterThan(0)
    await call(opened, 'stopLocationUpdate')

    const fuzzy = await begin(opened, 'getFuzzyLocation')
    await button(opened, 'Allow').click()
    expect((await fuzzy()).value).toEqual({ latitude: 31.25, longitude: 121.45 })
  }))

test('refused in WeChat’s words', () =>
  withProgram(host, {}, async (opened) => {
    expect((await call(opened, 'getLocation')).error.message).toBe(
      'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    )
    expect((await call(opened, 'startLocationUpdateBackground')).error.message).toContain(
      'requiredBackgroundModes',
    )
    expect((await call(opened, 'openLocation', { latitude: 200, longitude: 0 })).error).toBeDefined()
  }))

test('chooseLocation: the pin and a name; openLocation shows a place', () =>
  withProgram(host, { manifest, context }, async (opened) => {
    const chosen = await begin(opened, 'chooseLocation', { latitude: 31, longitude: 121 })
    await button(opened, 'Allow').click()
    await opened.page.getByLabel('Name').fill('Home')
    await button(opened, 'OK').click()
    expect((await chosen()).value).toEqual({ latitude: 31, longitude: 121, name: 'Home', address: '' })
    const left = await begin(opened, 'chooseLocation', { latitude: 31, longitude: 121 })
    await opened.page.getByRole('dialog').waitFor()
    await opened.page.keyboard.press('Escape')
    expect((await left()).error).toMatchObject({ message: 'cancel' })

    await call(opened, 'openLocation', { latitude: 31, longitude: 121, name: 'Office', address: 'Street 1' })
    await opened.page.getByRole('heading', { name: 'Office' }).waitFor()
    await opened.page.getByText('Street 1').waitFor()
  }))
