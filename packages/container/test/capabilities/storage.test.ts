import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from '../harness/container-page'
import { startAgain } from './start-again'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

const call = async (opened: OpenProgram, api: string, params: object): Promise<any> =>
  (await opened.logicWorker()).evaluate(([name, given]) => (globalThis as any).program.call(name, given), [
    api,
    params,
  ] as const)

describe('storage', () => {
  test('keeps batches in order and hands them to the next launch', async () => {
    const opened = await host.open({})
    await opened.waitForEvent('launched')
    const write = (changes: object[], clear = false) => call(opened, 'writeStorage', { clear, changes })
    const answers = await Promise.all([
      write([{ key: 'gone', json: '1' }]),
      write([{ key: '__proto__', json: '"text"' }], true),
      write([
        { key: 'a', json: '[1]' },
        { key: 'b', json: '2' },
      ]),
      write([{ key: 'b', json: null }]),
    ])
    expect(answers.every(({ error }) => error === undefined)).toBe(true)

    await startAgain(opened, () => (document.querySelector('mini-program') as any).reload())
    const launched = await (
      await opened.logicWorker()
    ).evaluate(() => {
      const launch = (globalThis as any).program.received.find(({ type }: any) => type === 'launch')
      return Object.entries(launch.storage)
    })
    expect(launched).toEqual([
      ['__proto__', '"text"'],
      ['a', '[1]'],
    ])
    await opened.close()
  })

  test('encrypts with a key that the program never sees', async () => {
    const opened = await host.open({})
    await opened.waitForEvent('launched')
    const sealed = (await call(opened, 'encryptStorage', { text: '{"a":"秘密"}' })).value.text as string
    const again = (await call(opened, 'encryptStorage', { text: '{"a":"秘密"}' })).value.text as string
    expect(sealed).not.toBe(again)
    expect(atob(sealed)).not.toContain('"a"')
    expect((await call(opened, 'decryptStorage', { text: sealed })).value).toEqual({ text: '{"a":"秘密"}' })
    for (const text of [`${sealed.slice(0, -4)}AAA=`, 'not base64 at all', '']) {
      expect((await call(opened, 'decryptStorage', { text })).error).toEqual({
        message: 'the data was not stored with encrypt',
      })
    }
    await opened.close()
  })

  test('takes as many bytes as documented, and no more', async () => {
    const opened = await host.open({})
    await opened.waitForEvent('launched')
    const write = async (sizesBytes: number[]): Promise<(string | undefined)[]> =>
      (await opened.logicWorker()).evaluate(async (sizes) => {
        const messages: (string | undefined)[] = []
        for (const [index, sizeBytes] of sizes.entries()) {
          const changes = [{ key: `${sizeBytes}/${index}`, json: JSON.stringify('x'.repeat(sizeBytes)) }]
          const { error } = await (globalThis as any).program.call('writeStorage', {
            clear: false,
            changes,
          })
          messages.push(error?.message)
        }
        return messages
      }, sizesBytes)
    const large = 1024 * 1024 - 100
    expect(await write([1024 * 1024])).toEqual(['data exceed max size 1MB'])
    expect(await write(Array.from({ length: 10 }, () => large))).toEqual(Array.from({ length: 10 }))
    expect(await write([2_000])).toEqual(['exceed storage max size 10Mb'])
    await opened.close()
  })

  test('refuses what is not a batch', async () => {
    const opened = await host.open({})
    await opened.waitForEvent('launched')
    for (const params of [{}, { clear: false, changes: [{ key: 1, json: '' }] }, { clear: 1, changes: [] }]) {
      expect((await call(opened, 'writeStorage', params)).error.message).toMatch(/^parameter error/)
    }
    await opened.close()
  })
})
