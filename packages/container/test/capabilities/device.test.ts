import { readFile } from 'node:fs/promises'
import encodeQR from 'qr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from '../harness/container-page'
import { begin, button, call } from './calls'

let host: TestHost
let opened: OpenProgram
beforeAll(async () => {
  host = await startTestHost()
  opened = await host.open({})
  await opened.waitForEvent('launched')
  // Links that leave the page are looked at instead of followed.
  await opened.page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      if (/^(tel|sms):/.test(this.href)) Object.assign(window, { lastLink: this.href })
      else click.call(this)
    }
  })
})
afterAll(() => host?.close())

const lastLink = () => opened.page.evaluate(() => (window as any).lastLink as string)

/** Events of a name that reached the program. */
const emitted = async (name: string): Promise<any[]> =>
  (await opened.logicWorker()).evaluate(
    (wanted) =>
      (globalThis as any).program.received
        .filter((message: any) => message.type === 'emit' && message.name === wanted)
        .map((message: any) => message.payload),
    name,
  )

describe('phone', () => {
  test('calls after the user agreed, and only numbers', async () => {
    const answer = await begin(opened, 'makePhoneCall', { phoneNumber: '+86 (10) 1234#5' })
    await button(opened, 'Call').click()
    expect(await answer()).not.toHaveProperty('error')
    expect(await lastLink()).toBe('tel:+86101234%235')
    const refused = await begin(opened, 'makePhoneCall', { phoneNumber: '110' })
    await button(opened, 'Cancel').click()
    expect((await refused()).error).toEqual({ message: 'cancel' })
  })

  test('hands contacts over as a card that holds nothing else', async () => {
    const download = opened.page.waitForEvent('download')
    const answer = await begin(opened, 'addPhoneContact', {
      firstName: '小明\nTEL:666',
      lastName: 'Wang; "X"',
      mobilePhoneNumber: '123',
      workAddressCity: 'Shanghai',
    })
    await button(opened, 'Save').click()
    expect(await answer()).not.toHaveProperty('error')
    const lines = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
    expect(lines).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Wang\\; "X";小明\\nTEL:666;;;',
      'FN:Wang\\; "X" 小明\\nTEL:666',
      'TEL;TYPE=CELL:123',
      'ADR;TYPE=WORK:;;;Shanghai;;;',
      'END:VCARD',
      '',
    ])
  })

  test('hands events over to the calendar', async () => {
    const download = opened.page.waitForEvent('download')
    const answer = await begin(opened, 'addPhoneRepeatCalendar', {
      title: 'Lesson',
      startTime: 1_700_000_000,
      repeatInterval: 'week',
      repeatEndTime: 1_710_000_000,
      alarmOffset: 600,
    })
    await button(opened, 'Save').click()
    expect(await answer()).not.toHaveProperty('error')
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text).toContain('DTSTART:20231114T221320Z\r\nDTEND:20231114T224320Z\r\nSUMMARY:Lesson\r\n')
    expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20240309T160000Z\r\n')
    expect(text).toContain('TRIGGER:-PT600S\r\n')
  })
})

describe('screen', () => {
  test('less brightness is a shade that takes no taps', async () => {
    const shades = () =>
      opened.page.evaluate(() => {
        const found: string[] = []
        const visit = (root: ParentNode): void => {
          for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot) visit(element.shadowRoot)
            if ((element as HTMLElement).style?.pointerEvents === 'none') {
              found.push((element as HTMLElement).style.opacity)
            }
          }
        }
        visit(document)
        return found.filter(Boolean)
      })
    expect((await call(opened, 'getScreenBrightness')).value).toEqual({ value: 1 })
    await call(opened, 'setScreenBrightness', { value: 0 })
    expect(await shades()).toEqual(['0.85'])
    expect((await call(opened, 'getScreenBrightness')).value).toEqual({ value: 0 })
    await call(opened, 'setScreenBrightness', { value: 5 })
    expect(await shades()).toEqual([])
  })

  test('staying on and vibrating never fail a program', async () => {
    expect(await call(opened, 'setKeepScreenOn', { keepScreenOn: true })).not.toHaveProperty('error')
    expect(await call(opened, 'setKeepScreenOn', { keepScreenOn: false })).not.toHaveProperty('error')
    expect(await call(opened, 'vibrateShort', {})).not.toHaveProperty('error')
    expect((await call(opened, 'vibrateShort', { type: 'wild' })).error.message).toMatch(/^parameter error/)
  })
})

test('sensors report in WeChat’s units, at the interval asked for, until stopped', async () => {
  const move = (count: number) =>
    opened.page.evaluate((times) => {
      for (let index = 0; index < times; index++) {
        const event = new DeviceMotionEvent('devicemotion', {
          accelerationIncludingGravity: { x: 0, y: 0, z: 9.80665 },
          rotationRate: { alpha: 180, beta: 0, gamma: 90 },
        })
        window.dispatchEvent(event)
      }
    }, count)
  await call(opened, 'startSensor', { sensor: 'accelerometer', interval: 'game' })
  await call(opened, 'startSensor', { sensor: 'gyroscope', interval: 'normal' })
  await move(3)
  await expect.poll(() => emitted('accelerometerChange')).toEqual([{ x: -0, y: -0, z: -1 }])
  expect(await emitted('gyroscopeChange')).toEqual([{ x: 0, y: Math.PI / 2, z: Math.PI }])
  await call(opened, 'stopSensor', { sensor: 'accelerometer' })
  await move(1)
  await call(opened, 'stopSensor', { sensor: 'gyroscope' })
  expect(await emitted('accelerometerChange')).toHaveLength(1)
  expect((await call(opened, 'startSensor', { sensor: '__proto__', interval: 'game' })).error).toBeDefined()
})

describe('scanCode', () => {
  const content = 'https://sampan.example/s/小程序'

  test('reads a picture', async () => {
    const answer = await begin(opened, 'scanCode', {})
    const picture = {
      name: 'code.gif',
      mimeType: 'image/gif',
      buffer: Buffer.from(encodeQR(content, 'gif', { scale: 6 })),
    }
    const input = opened.page.locator('input[type=file]')
    await input.setInputFiles({
      name: 'none.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"></svg>'),
    })
    await opened.page.getByText('There is no code in this picture.').waitFor()
    await input.setInputFiles(picture)
    expect((await answer()).value).toEqual({
      result: content,
      scanType: 'QR_CODE',
      charSet: 'utf-8',
      rawData: Buffer.from(content).toString('base64'),
      path: '',
    })
  })

  test('lets one type where there is no camera, and leave', async () => {
    const answer = await begin(opened, 'scanCode', { onlyFromCamera: true })
    await opened.page.getByLabel('Content of the code').fill('typed')
    expect(await opened.page.locator('input[type=file]').count()).toBe(0)
    await button(opened, 'OK').click()
    expect((await answer()).value).toMatchObject({ result: 'typed' })
    const left = await begin(opened, 'scanCode', {})
    await button(opened, 'Cancel').click()
    expect((await left()).error).toEqual({ message: 'cancel' })
  })
})
