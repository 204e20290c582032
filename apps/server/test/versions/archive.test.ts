import { createGzip, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readArchive } from '../../src/versions/compile/read-archive'
import { UPLOAD_LIMITS } from '../../src/versions/rules/upload-limits'
import { type Entry, packArchive, packFiles, packTar } from './pack-archive'

const MB = 1024 * 1024

async function read(archive: Uint8Array, limits = UPLOAD_LIMITS.archive): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  await readArchive(archive, limits, (path, content) => files.set(path, String(content)))
  return files
}

async function problemOf(archive: Uint8Array | Promise<Uint8Array>): Promise<string> {
  try {
    await read(await archive)
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

test('an archive is read as it was packed, long and foreign names too', async () => {
  const files = {
    'app.json': '{}',
    'pages/首页/index.wxml': '<view/>',
    [`${'long/'.repeat(20)}${'name'.repeat(30)}.js`]: 'x',
    'empty.js': '',
  }
  const entries: Entry[] = [{ name: 'pages/', type: 'directory' }]
  for (const [name, content] of Object.entries(files)) entries.push({ name, content })
  expect(Object.fromEntries(await read(await packArchive(entries)))).toEqual(files)
})

test.each([
  '../up.js',
  'a/../../up.js',
  '/etc/passwd',
  'C:/windows.js',
  'a\\b.js',
  './a.js',
  'a//b.js',
  'a/./b.js',
  'a\nb.js',
  'a\u202egnp.js',
  'aux',
  'pages/NUL.js',
  'com1.txt',
  'trailing.',
  'trailing ',
])('a path %j is refused', async (name) => {
  expect(
    await problemOf(
      packArchive([
        { name: 'app.json', content: '{}' },
        { name, content: 'x' },
      ]),
    ),
  ).toBe('archive-path')
})

test('names that only look like devices are names', async () => {
  expect(
    await problemOf(packFiles({ 'console.js': '', 'pages/auxiliary/nullable.ts': '', 'com10.js': '' })),
  ).toBe('none')
})

test.each(['symlink', 'link', 'character-device', 'block-device', 'fifo', 'contiguous-file'] as const)(
  'a %s is refused',
  async (type) => {
    const entry: Entry = { name: 'app.js', type, linkname: '/etc/passwd' }
    expect(await problemOf(packArchive([entry]))).toBe('archive-entry-kind')
  },
)

test.each([
  ['app.js', 'app.js'],
  ['app.js', 'APP.js'],
  ['caf\u00e9.js', 'cafe\u0301.js'],
  ['a', 'a/b.js'],
  ['a/b.js', 'a'],
  ['A/b.js', 'a'],
])('%s beside %s is refused', async (one, other) => {
  const entries = [one, other].map((name) => ({ name, content: name }))
  expect(await problemOf(packArchive(entries))).toBe('archive-duplicate')
})

test('depth and length of paths have an end', async () => {
  expect(await problemOf(packFiles({ [`${'a/'.repeat(25)}b.js`]: '' }))).toBe('archive-depth')
  expect(await problemOf(packFiles({ [`${'a'.repeat(401)}`]: '' }))).toBe('archive-path-long')
})

test('hundreds of megabytes of zeros in one are given up early', async () => {
  const header = (await packTar([{ name: 'app.js', content: Buffer.alloc(0) }])).subarray(0, 512)
  const bomb = await compressZeros(300 * MB, header)
  expect(bomb.length).toBeLessThan(5 * MB)
  const before = process.memoryUsage().rss
  expect(await problemOf(bomb)).toBe('archive-too-large')
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * MB)
})

test('a header that announces more than there may be is refused before it is read', async () => {
  const header = (await packTar([{ name: 'app.js', content: Buffer.alloc(0) }])).subarray(0, 512)
  header.write('77777777777\0', 124)
  writeChecksum(header)
  expect(await problemOf(gzipSync(header))).toBe('archive-too-large')
})

test('a hundred thousand files are too many', async () => {
  const header = (await packTar([{ name: 'f/000000.js', content: Buffer.alloc(0) }])).subarray(0, 512)
  const headers = Array.from({ length: 100_000 }, (_, index) => {
    const another = Buffer.from(header)
    another.write(String(index).padStart(6, '0'), 2)
    return writeChecksum(another)
  })
  expect(await problemOf(gzipSync(Buffer.concat(headers), { level: 1 }))).toBe('archive-too-many-files')
})

test('what is no archive is told', async () => {
  const whole = await packFiles({ 'app.js': 'x'.repeat(5000) })
  expect(await problemOf(Buffer.from('PK\u0003\u0004 a zip'))).toBe('archive-unreadable')
  expect(await problemOf(gzipSync(Buffer.alloc(2048, 'x')))).toBe('archive-unreadable')
  expect(await problemOf(whole.subarray(0, whole.length - 20))).toBe('archive-unreadable')
  expect(await problemOf(packArchive([]))).toBe('archive-empty')
  expect(await problemOf(Buffer.alloc(UPLOAD_LIMITS.archive.mostCompressedBytes + 1))).toBe(
    'archive-too-large',
  )
})

async function compressZeros(sizeBytes: number, first: Buffer): Promise<Buffer> {
  const gzip = createGzip({ level: 1 })
  const pieces: Buffer[] = []
  gzip.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((resolve) => gzip.on('end', resolve))
  const zeros = Buffer.alloc(MB)
  gzip.write(first)
  for (let left = sizeBytes; left > 0; left -= MB) {
    if (!gzip.write(zeros)) await new Promise((resolve) => gzip.once('drain', resolve))
  }
  gzip.end()
  await ended
  return Buffer.concat(pieces)
}

/** In a tar header: the sum of its bytes, itself counted as spaces. */
function writeChecksum(header: Buffer): Buffer {
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
