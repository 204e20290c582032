import { describe, expect, it } from 'vitest'
import { createWx } from '../../src/api'
import '../../src/all-parts'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (...args: unknown[]) => unknown>

function start(parts?: Parameters<typeof createFakeContext>[0]) {
  const context = createFakeContext(parts)
  return { context, wx: createWx(context) as Wx }
}

describe('hardware that browsers lack', () => {
  it.each([
    ['openBluetoothAdapter', { errCode: 10001, errMsg: 'openBluetoothAdapter:fail not available' }],
    [
      'startBluetoothDevicesDiscovery',
      { errCode: 10000, errMsg: 'startBluetoothDevicesDiscovery:fail not init' },
    ],
    ['startBeaconDiscovery', { errCode: 11000, errMsg: 'startBeaconDiscovery:fail unsupport' }],
    ['startWifi', { errCode: 12001, errMsg: 'startWifi:fail system not support' }],
    ['getHCEState', { errCode: 13000, errMsg: 'getHCEState:fail the device does not support NFC' }],
    ['startSoterAuthentication', { errCode: 90001, errMsg: 'startSoterAuthentication:fail not support' }],
  ])('%s fails with its documented code', async (name, failure) => {
    const { wx } = start()
    await expect(wx[name]?.({})).rejects.toEqual(failure)
  })

  it('NFC adapters and closing work as on a phone without', async () => {
    const { wx } = start()
    const adapter = wx.getNFCAdapter?.() as Wx
    await expect(adapter.startDiscovery?.()).rejects.toMatchObject({ errCode: 13000 })
    await expect(wx.closeBluetoothAdapter?.()).resolves.toMatchObject({ errMsg: 'closeBluetoothAdapter:ok' })
    await expect(wx.checkIsSupportSoterAuthentication?.()).resolves.toMatchObject({ supportMode: [] })
  })
})

describe('motion', () => {
  it('starts with the first listener where documented, and by call', async () => {
    const { wx, context } = start()
    context.answers.startSensor = () => undefined
    context.answers.stopSensor = () => undefined
    const heard: unknown[] = []
    wx.onAccelerometerChange?.((payload: unknown) => heard.push(payload))
    wx.onGyroscopeChange?.((payload: unknown) => heard.push(payload))
    expect(context.calls).toEqual([
      { api: 'startSensor', params: { sensor: 'accelerometer', interval: 'normal' } },
    ])
    await wx.startGyroscope?.({ interval: 'game' })
    expect(context.calls.at(-1)?.params).toEqual({ sensor: 'gyroscope', interval: 'game' })
    context.emit('accelerometerChange', { x: 0, y: 0, z: -1 })
    context.emit('gyroscopeChange', { x: 1, y: 0, z: 0 })
    expect(heard).toEqual([
      { x: 0, y: 0, z: -1 },
      { x: 1, y: 0, z: 0 },
    ])
    await expect(wx.stopAccelerometer?.()).resolves.toEqual({ errMsg: 'stopAccelerometer:ok' })
  })
})

describe('phone', () => {
  it('tells of the battery, or assumes a full one and says so', async () => {
    const known = start({
      environment: { battery: { level: 7, isCharging: true, isLowPowerModeEnabled: false } },
    })
    expect(known.wx.getBatteryInfoSync?.()).toEqual({
      level: 7,
      isCharging: true,
      isLowPowerModeEnabled: false,
    })
    const { wx, context } = start()
    await expect(wx.getBatteryInfo?.()).resolves.toMatchObject({ level: 100 })
    expect(context.warnings).toEqual([expect.stringContaining('battery')])
  })

  it('sends the documented parameters of its calls', async () => {
    const { wx, context } = start()
    Object.assign(context.answers, { scanCode: () => ({ result: 'x' }), addPhoneContact: () => undefined })
    await wx.scanCode?.({ onlyFromCamera: 1, scanType: ['qrCode'], success() {} })
    await wx.addPhoneContact?.({ firstName: 'A', nickName: 'B', other: 'C' })
    await expect(wx.makePhoneCall?.({ phoneNumber: 10086 })).rejects.toMatchObject({
      errMsg: 'makePhoneCall:fail parameter error: parameter.phoneNumber should be String instead of Number;',
    })
    expect(context.calls.map(({ params }) => params)).toEqual([
      { onlyFromCamera: true, scanType: ['qrCode'] },
      { firstName: 'A', nickName: 'B' },
    ])
  })
})
