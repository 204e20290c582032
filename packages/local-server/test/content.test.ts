import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answerContent, createContent } from '@sampan/local-server'

const long = 'river '.repeat(1000)
const ask = (wanted: { acceptEncoding?: string; range?: string } = {}) => ({
  acceptEncoding: wanted.acceptEncoding,
  range: wanted.range,
})

test('text is compressed in the best form that the browser takes, once', async () => {
  const content = createContent('a.js', long)
  const brotli = await answerContent(ask({ acceptEncoding: 'gzip, deflate, br' }), content)
  const gzip = await answerContent(ask({ acceptEncoding: 'gzip' }), content)
  const plain = await answerContent(ask(), content)
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(long)
  expect(gunzipSync(gzip.bytes).toString()).toBe(long)
  expect(Buffer.from(plain.bytes).toString()).toBe(long)
  expect(brotli.headers).toMatchObject({
    'Content-Encoding': 'br',
    'Content-Type': 'text/javascript; charset=utf-8',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  })
  const again = await answerContent(ask({ acceptEncoding: 'br' }), content)
  expect(again.bytes).toBe(brotli.bytes)
})

test('small and binary contents stay as they are', async () => {
  const all = { acceptEncoding: 'br' }
  const small = await answerContent(ask(all), createContent('a.json', '{}'))
  const image = await answerContent(ask(all), createContent('a.png', Buffer.alloc(5000)))
  expect(small.headers['Content-Encoding']).toBeUndefined()
  expect(image.headers).toMatchObject({ 'Content-Type': 'image/png' })
  expect(image.headers['Content-Encoding']).toBeUndefined()
})

test('ranges', async () => {
  const content = createContent('a.mp3', Buffer.from('0123456789'))
  const text = async (range: string) => {
    const { status, bytes, headers } = await answerContent(ask({ range }), content)
    return [status, Buffer.from(bytes).toString(), headers['Content-Range']]
  }
  expect(await text('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
  expect(await text('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10'])
  expect(await text('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
  expect(await text('bytes=20-')).toEqual([416, '', 'bytes */10'])
})

test('a file that could not be read is read again', async () => {
  let calls = 0
  const content = createContent('a.txt', async () => {
    calls++
    if (calls === 1) throw new Error('gone')
    return Buffer.from('here')
  })
  await expect(answerContent(ask(), content)).rejects.toThrow('gone')
  expect(Buffer.from((await answerContent(ask(), content)).bytes).toString()).toBe('here')
  await answerContent(ask(), content)
  expect(calls).toBe(2)
})
