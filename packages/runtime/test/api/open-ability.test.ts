import { describe, expect, it } from 'vitest'
import { createCloudApis } from '../../src/api/cloud/cloud'
import { createAccountApis } from '../../src/api/open-ability/account'
import { createAdvertisementApis } from '../../src/api/open-ability/advertisement'
import { createPrivacyApis, privacyApi } from '../../src/api/open-ability/privacy'
import { handleOpenType } from '../../src/api/open-type'
import { callApi, createFakeContext, type FakeContextParts } from './fake-context'

const attributes = {
  sessionFrom: 's',
  sendMessageTitle: '',
  sendMessagePath: '',
  showMessageCard: false,
} as never

function privateContext(answers: FakeContextParts['answers'] = {}) {
  let agreed = false
  return createFakeContext({
    manifest: { app: { usePrivacyCheck: true } as never },
    answers: {
      getPrivacySetting: () => ({ needAuthorization: !agreed, privacyContractName: '' }),
      agreePrivacy: () => void (agreed = true),
      ...answers,
    },
  })
}

describe('account', () => {
  it('checks parameters in the base library’s words and passes only documented ones on', async () => {
    const context = createFakeContext({ answers: { getUserProfile: () => ({ rawData: '{}' }) } })
    const apis = createAccountApis(context)
    expect(await callApi(apis.getUserProfile)).toMatchObject({
      errMsg: 'getUserProfile:fail parameter error: parameter.desc should be String instead of Undefined;',
    })
    expect(await callApi(apis.getUserProfile, { desc: 'why', other: () => 1 })).toEqual({
      rawData: '{}',
      errMsg: 'getUserProfile:ok',
    })
    expect(context.calls).toEqual([{ api: 'getUserProfile', params: { desc: 'why' } }])
  })
})

describe('privacy', () => {
  it('lets the program ask, and waits for the tap on its button', async () => {
    const context = privateContext({ chooseAddress: () => ({ userName: 'Lin' }) })
    const apis = { ...createPrivacyApis(context), ...createAccountApis(context) } as Record<string, any>
    let resolve: (answer: object) => void = () => {}
    const referrers: string[] = []
    apis.onNeedPrivacyAuthorization((next: typeof resolve, info: { referrer: string }) => {
      resolve = next
      referrers.push(info.referrer)
    })
    const refused = callApi(apis.chooseAddress)
    await expect.poll(() => referrers.length).toBe(1)
    resolve({ event: 'agree', buttonId: 'x' })
    expect(await refused).toMatchObject({
      errMsg: 'chooseAddress:fail privacy permission is not authorized',
      errno: 104,
    })
    expect(context.warnings).toHaveLength(1)

    const waiting = callApi(apis.chooseAddress)
    await expect.poll(() => referrers.length).toBe(2)
    expect(await handleOpenType(context, 'agreePrivacyAuthorization', attributes)).toEqual([
      { name: 'agreeprivacyauthorization', detail: { errMsg: 'agreePrivacyAuthorization:ok' } },
    ])
    resolve({ event: 'agree', buttonId: 'x' })
    expect(await waiting).toMatchObject({ userName: 'Lin' })
    await callApi(apis.chooseAddress)
    expect(referrers).toEqual(['chooseAddress', 'chooseAddress'])
  })

  it('asks by the container when the program does not listen, and not at all when it does not check', async () => {
    let answer = false
    const context = privateContext({ askPrivacy: () => ({ agreed: answer }) })
    const api = privacyApi(context, 'getThing', () => ({ thing: 1 }))
    expect(await callApi(api)).toMatchObject({ errno: 104 })
    answer = true
    expect(await callApi(api)).toMatchObject({ thing: 1 })
    const free = createFakeContext()
    expect(await callApi(privacyApi(free, 'getThing', () => ({ thing: 2 })))).toMatchObject({ thing: 2 })
    expect(free.calls).toEqual([])
  })
})

describe('open-type of a button', () => {
  const context = createFakeContext({
    answers: {
      requestPhoneNumber: ({ realtime }: { realtime: boolean }) => ({ code: realtime ? 'r' : 'q' }),
      getUserInfo: () => ({ rawData: '{}' }),
      chooseAvatar: () => {
        throw new Error('cancel')
      },
    },
  })

  it('answers the documented events', async () => {
    expect(await handleOpenType(context, 'getPhoneNumber', attributes)).toEqual([
      { name: 'getphonenumber', detail: { code: 'q', errMsg: 'getPhoneNumber:ok' } },
    ])
    expect(await handleOpenType(context, 'getRealtimePhoneNumber', attributes)).toEqual([
      { name: 'getrealtimephonenumber', detail: { code: 'r', errMsg: 'getRealtimePhoneNumber:ok' } },
    ])
    expect(await handleOpenType(context, 'getUserInfo', attributes)).toEqual([
      { name: 'getuserinfo', detail: { rawData: '{}', errMsg: 'getUserInfo:ok' } },
    ])
    expect(await handleOpenType(context, 'launchApp', attributes)).toEqual([
      { name: 'error', detail: { errMsg: 'launchApp:fail invalid scene' } },
    ])
    expect(await handleOpenType(context, 'contact', attributes)).toEqual([
      { name: 'contact', detail: { errMsg: 'enterContact:fail not supported' } },
    ])
  })

  it('fires nothing when the user leaves the avatar sheet, and for types that nobody knows', async () => {
    expect(await handleOpenType(context, 'chooseAvatar', attributes)).toEqual([])
    expect(await handleOpenType(context, 'constructor', attributes)).toEqual([])
  })

  it('takes consent before the type that is joined to it', async () => {
    const events = await handleOpenType(context, 'getPhoneNumber|agreePrivacyAuthorization', attributes)
    expect(events.map((event) => event.name)).toEqual(['agreeprivacyauthorization', 'getphonenumber'])
  })
})

describe('ads', () => {
  it('have nothing to show, and say so to promises and listeners', async () => {
    const context = createFakeContext()
    const ad = (createAdvertisementApis(context) as Record<string, any>).createInterstitialAd({
      adUnitId: 'adunit-1',
    })
    const errors: any[] = []
    ad.onError((error: unknown) => errors.push(error))
    await expect.poll(() => errors.length).toBe(1)
    await expect(ad.show()).rejects.toMatchObject({ errCode: 1004, errMsg: 'show:fail no suitable ad' })
    expect(errors).toHaveLength(2)
    ad.offError()
    await expect(ad.load()).rejects.toMatchObject({ errCode: 1004 })
    expect(errors).toHaveLength(2)
  })
})

describe('wx.cloud', () => {
  const cloud = () => (createCloudApis(createFakeContext()) as Record<string, any>).cloud

  it('builds queries of every kind, which fail when they are sent', async () => {
    const wxCloud = cloud()
    wxCloud.init({ env: 'x' })
    const db = wxCloud.database()
    const _ = db.command
    const $ = _.aggregate
    const query = db
      .collection('books')
      .where({
        price: _.gt(1).and(_.lt(9)),
        tags: _.or([_.in(['a']), _.exists(false)]),
        place: db.Geo.Point(1, 2),
      })
      .orderBy('price', 'desc')
      .skip(1)
      .limit(5)
      .field({ price: true })
    await expect(query.get()).rejects.toMatchObject({
      errCode: -1,
      errMsg: 'collection.get:fail cloud environment not configured',
    })
    await expect(
      db
        .collection('books')
        .doc('1')
        .update({ data: { n: _.inc(1) } }),
    ).rejects.toBeInstanceOf(Error)
    const grouped = db
      .collection('books')
      .aggregate()
      .group({ _id: '$a', sum: $.sum('$b') })
    await expect(grouped.end()).rejects.toMatchObject({ errCode: -1 })
    expect(_.gt(1).lt(5)).toMatchObject({
      operator: 'and',
      operands: [
        { operator: 'gt', operands: [1] },
        { operator: 'lt', operands: [5] },
      ],
    })
  })

  it('answers a task for a transfer with callbacks', async () => {
    let task: any
    const failure = await callApi((options: any) => (task = cloud().downloadFile(options)), {
      fileID: 'cloud://a',
    })
    task.onProgressUpdate(() => {})
    task.abort()
    expect(failure).toMatchObject({ errMsg: expect.stringContaining('cloud.downloadFile:fail') })
    await expect(cloud().downloadFile({ fileID: 'cloud://a' })).rejects.toMatchObject({ errCode: -1 })
  })

  it('calls back when asked to, and tells what is missing', async () => {
    const failure = await callApi(cloud().callFunction, { name: 'login' })
    expect(failure).toEqual({
      errCode: -1,
      errMsg: 'cloud.callFunction:fail Cloud API is not enabled, please call wx.cloud.init first',
    })
  })
})
