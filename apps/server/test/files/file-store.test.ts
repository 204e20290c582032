import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from '../../src/files/file-store'
import { openFileStore } from '../../src/files/open-file-store'
import { ACCESS, type S3Server, signatureOf, startS3Server } from './s3-server'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function* piecesOf(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

let folder: string
let s3: S3Server
const stores: Partial<Record<'disk' | 's3', FileStore>> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sampan-files-'))
  s3 = await startS3Server()
  stores.disk = await openFileStore(folder, {})
  stores.s3 = await openFileStore(folder, environmentOf(s3.url))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await s3.close()
})

function environmentOf(url: string, secret: string = ACCESS.secretAccessKey) {
  return {
    S3_URL: url,
    S3_REGION: 'us-east-1',
    S3_ACCESS_KEY_ID: ACCESS.accessKeyId,
    S3_SECRET_ACCESS_KEY: secret,
  }
}

describe.each(['disk', 's3'] as const)('files in %s', (name) => {
  test('are found by their content', async () => {
    const store = stores[name]!
    const stored = await store.put(piecesOf('tide', ' ', 'notes'))
    expect(stored).toEqual({ hash: hashOf('tide notes'), sizeBytes: 10 })
    expect(await store.put(Buffer.from('tide notes'))).toEqual(stored)
    expect(String(await store.read(stored.hash))).toBe('tide notes')
    expect(await store.has(stored.hash)).toBe(true)
    expect((await store.put(new Uint8Array())).sizeBytes).toBe(0)
    expect((await store.read(hashOf('')))?.length).toBe(0)
  })

  test('that were never put are not there, whatever they are called', async () => {
    const store = stores[name]!
    for (const hash of [hashOf('never'), '', '../../../etc/passwd', `${'a'.repeat(63)}/`, 'drafts']) {
      expect(await store.read(hash)).toBeUndefined()
      expect(await store.has(hash)).toBe(false)
    }
  })

  test('that are too long are not kept', async () => {
    const store = stores[name]!
    await expect(store.put(piecesOf('1234', '5678'), { mostBytes: 7 })).rejects.toThrow('7 bytes at most')
    expect(await store.has(hashOf('12345678'))).toBe(false)
  })

  test('that were changed are not handed out, and are mended by the next put', async () => {
    const store = stores[name]!
    const { hash } = await store.put(Buffer.from(`true ${name}`))
    if (name === 'disk') await writeFile(join(folder, hash.slice(0, 2), hash.slice(2)), 'false')
    else s3.objects.set(`/bucket/files/${hash.slice(0, 2)}/${hash.slice(2)}`, Buffer.from('false'))
    await expect(store.read(hash)).rejects.toThrow(hash)
    await store.put(Buffer.from(`true ${name}`))
    expect(String(await store.read(hash))).toBe(`true ${name}`)
  })
})

test('nothing half written is left on disk', async () => {
  async function* breaking() {
    yield Buffer.from('half')
    throw new Error('the line broke')
  }
  await expect(stores.disk!.put(breaking())).rejects.toThrow('the line broke')
  expect(await readdir(join(folder, 'drafts'))).toEqual([])
})

test('what a killed process left is removed a day later', async () => {
  const drafts = join(folder, 'drafts')
  for (const name of ['old', 'new']) await writeFile(join(drafts, name), '')
  const yesterday = Date.now() / 1000 - 25 * 3600
  await utimes(join(drafts, 'old'), yesterday, yesterday)
  await openFileStore(folder, {})
  expect(await readdir(drafts)).toEqual(['new'])
  await rm(join(drafts, 'new'))
})

test('the S3 of these tests knows the signature of the published example', () => {
  const headers = {
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=',
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': hashOf(''),
    'x-amz-date': '20130524T000000Z',
  }
  expect(signatureOf({ method: 'GET', path: '/test.txt', query: '', headers }, ACCESS.secretAccessKey)).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

test('S3 refuses whoever has another secret, and then nothing counts as stored', async () => {
  const stranger = await openFileStore(folder, environmentOf(s3.url, 'another secret'))
  await expect(stranger.put(Buffer.from('strange'))).rejects.toThrow()
  expect(s3.refused).toContain('SignatureDoesNotMatch')
  expect(await stores.s3!.has(hashOf('strange'))).toBe(false)
})

test.each([{ S3_URL: 'bucket' }, { S3_URL: 'https://s3.example.com/b' }])(
  'half a configuration is told: %o',
  async (env) => {
    await expect(openFileStore(folder, env)).rejects.toThrow('S3_')
  },
)
