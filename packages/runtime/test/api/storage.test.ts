import { describe, expect, it } from 'vitest'
import { createStorageApis } from '../../src/api/storage'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (...args: never[]) => unknown>

/** The host end keeps what is written, as the container's storage does. */
function start(storage: Record<string, string> = {}, storageLimitKb = 10_240) {
  const context = createFakeContext({ storage, environment: { storageLimitKb } })
  const kept = new Map(Object.entries(storage))
  context.answers.writeStorage = ({
    clear,
    changes,
  }: {
    clear: boolean
    changes: { key: string; json: string | null }[]
  }) => {
    if (clear) kept.clear()
    for (const { key, json } of changes) {
      if (json === null) kept.delete(key)
      else kept.set(key, json)
    }
  }
  const wx = createStorageApis(context) as Record<string, (...args: unknown[]) => unknown>
  const reopen = () =>
    createStorageApis(createFakeContext({ storage: Object.fromEntries(kept) })) as typeof wx
  return { context, wx, kept, reopen }
}

const saved = (wx: Wx) => (wx.getStorageInfo as () => Promise<unknown>)()

describe('storage', () => {
  it('keeps the types of values over a restart', async () => {
    const { wx, reopen } = start()
    const values = {
      text: 'a',
      number: 1.5,
      notANumber: Number.NaN,
      no: false,
      nothing: null,
      missing: undefined,
      list: [1, { a: 'b' }],
      record: { a: { b: 1 }, '@type': 'date' },
      when: new Date(1_700_000_000_000),
    }
    for (const [key, value] of Object.entries(values)) wx.setStorageSync?.(key, value)
    await saved(wx)
    const again = reopen()
    for (const [key, value] of Object.entries(values)) expect(again.getStorageSync?.(key), key).toEqual(value)
    expect(again.getStorageSync?.('nobody')).toBe('')
  })

  it('hands out copies and drops functions', () => {
    const { wx } = start()
    const value = { list: [1], run: () => 1 }
    wx.setStorageSync?.('a', value)
    value.list.push(2)
    expect(wx.getStorageSync?.('a')).toEqual({ list: [1] })
    ;(wx.getStorageSync?.('a') as typeof value).list.push(3)
    expect(wx.getStorageSync?.('a')).toEqual({ list: [1] })
  })

  it('writes the changes of one turn in one call and answers async calls when they are kept', async () => {
    const { wx, context, kept } = start({ old: '1' })
    wx.setStorageSync?.('a', 1)
    wx.removeStorageSync?.('old')
    wx.setStorageSync?.('a', 3)
    await expect(wx.setStorage?.({ key: 'b', data: 2 })).resolves.toEqual({ errMsg: 'setStorage:ok' })
    expect([...kept]).toEqual([
      ['a', '3'],
      ['b', '2'],
    ])
    expect(context.calls).toHaveLength(2)
    await wx.clearStorage?.()
    expect(kept.size).toBe(0)
  })

  it('stores what the data was at the time of the call', async () => {
    const { wx } = start()
    const data = { n: 1 }
    const done = wx.setStorage?.({ key: 'a', data })
    data.n = 2
    await done
    await expect(wx.getStorage?.({ key: 'a' })).resolves.toMatchObject({ data: { n: 1 } })
  })

  it('refuses as documented', async () => {
    const { wx } = start({}, 2_048)
    await expect(wx.getStorage?.({ key: 'a' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' })
    await expect(wx.setStorage?.({ data: 1 })).rejects.toMatchObject({
      errMsg: 'setStorage:fail parameter error: parameter.key should be String instead of Undefined;',
    })
    expect(() => wx.setStorageSync?.('big', 'x'.repeat(1024 * 1024 + 1))).toThrow(
      'setStorageSync:fail entry size limit reached',
    )
    wx.setStorageSync?.('a', 'x'.repeat(1_000_000))
    wx.setStorageSync?.('b', 'x'.repeat(1_000_000))
    expect(() => wx.setStorageSync?.('c', 'x'.repeat(1_000_000))).toThrow(
      'setStorageSync:fail exceed storage max size',
    )
    wx.removeStorageSync?.('a')
    wx.setStorageSync?.('c', 'x'.repeat(1_000_000))
    const circular: { self?: unknown } = {}
    circular.self = circular
    expect(() => wx.setStorageSync?.('d', circular)).toThrow('setStorageSync:fail data cannot be converted')
  })

  it('tells how much is used', () => {
    const { wx } = start({ a: '"1234"' })
    wx.setStorageSync?.('b', 'x'.repeat(2000))
    expect(wx.getStorageInfoSync?.()).toEqual({ keys: ['a', 'b'], currentSize: 2, limitSize: 10_240 })
  })

  it('batches', async () => {
    const { wx } = start()
    wx.batchSetStorageSync?.([
      { key: 'a', value: 1 },
      { key: 'b', value: [2] },
    ])
    expect(wx.batchGetStorageSync?.(['b', 'a', 'c'])).toEqual([[2], 1, ''])
  })

  it('tells of a refusal of the container: async calls fail, sync ones warn', async () => {
    const { wx, context } = start()
    delete context.answers.writeStorage
    wx.setStorageSync?.('a', 1)
    await expect(wx.setStorage?.({ key: 'b', data: 1 })).rejects.toEqual({
      errMsg: 'setStorage:fail not supported',
    })
    expect(context.warnings).toEqual(['Storage was not saved: not supported'])
  })

  it('encrypts in the container and needs `encrypt` to read back', async () => {
    const { wx, context } = start()
    context.answers.encryptStorage = ({ text }: { text: string }) => ({ text: [...text].reverse().join('') })
    context.answers.decryptStorage = context.answers.encryptStorage
    await wx.setStorage?.({ key: 'a', data: { secret: 'ab' }, encrypt: true })
    await expect(wx.getStorage?.({ key: 'a', encrypt: true })).resolves.toMatchObject({
      data: { secret: 'ab' },
    })
    expect(wx.getStorageSync?.('a')).toBe('}"ba":"terces"{')
  })
})
