import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHost, startTestHost } from '../harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

const text = (body: string) => ({ type: 'text/plain', body })

/** Collects the files that the host tells of, and reads handles at once, as the runtime does. */
const COLLECT_FILES = `
  // wx.getFileSystemManager().readFileSync('data/a.txt')
  globalThis.filesOf = (name) => program.received
    .filter((message) => message.type === 'emit' && message.name === name)
    .flatMap((message) => message.payload.files)
  globalThis.textOf = (file) => file.content instanceof Blob
    ? new FileReaderSync().readAsText(file.content) : new TextDecoder().decode(file.content)
  globalThis.filesAtStart = filesOf('fileSystem.added').map((file) => [file.path, textOf(file)])
  globalThis.startedWithIndex = program.received.some((message) => message.name === 'fileSystem.loaded')
`

test('files of the package are there before its code runs, read synchronously in the worker', async () => {
  const opened = await host.open({
    script: COLLECT_FILES,
    manifest: { files: { 'data/a.txt': 5, 'big/video.mp4': 90_000_000 } },
    files: { 'files/data/a.txt': text('hello'), 'files/big/video.mp4': text('') },
  })
  await opened.waitForEvent('launched')
  expect(await opened.inWorker(() => (globalThis as any).filesAtStart)).toEqual([
    ['package/data/a.txt', 'hello'],
  ])
  expect(await opened.inWorker(() => (globalThis as any).startedWithIndex)).toBe(true)
  await opened.close()
})

test('nothing is fetched for programs that do not read files', async () => {
  const opened = await host.open({
    manifest: { files: { 'data/a.txt': 5 } },
    files: { 'files/data/a.txt': text('hello') },
  })
  await opened.waitForEvent('launched')
  const emitted = await opened.inWorker(
    (program) => program.received.filter((m: any) => m.type === 'emit').length,
  )
  expect(emitted).toBe(0)
  const fetched = await opened.inWorker(async (program) => {
    const answer = await program.call('fileSystemFetch', { path: 'package/data/a.txt' })
    const file = program.received.find((m: any) => m.name === 'fileSystem.added').payload.files[0]
    return { answer, text: await file.content.text() }
  })
  expect(fetched.answer.error).toBeUndefined()
  expect(fetched.text).toBe('hello')
  await opened.close()
})

test('keeps what the worker commits, for the same program in the next run', async () => {
  const opened = await host.open({ script: COLLECT_FILES })
  await opened.waitForEvent('launched')
  const answer = await opened.inWorker((program) =>
    program.call('fileSystemCommit', {
      changes: [
        { path: 'usr/notes/', content: new Uint8Array() },
        { path: 'usr/notes/a.txt', content: new TextEncoder().encode('kept') },
        { path: 'usr/gone.txt', content: new Uint8Array([1]) },
        { path: 'usr/gone.txt', content: null },
      ],
    }),
  )
  expect(answer.error).toBeUndefined()
  await opened.page.evaluate(() => {
    ;(document.querySelector('mini-program') as any).remove()
    const again = document.createElement('mini-program')
    again.setAttribute('src', '/bundles/b3/')
    again.setAttribute('runtime', '/runtime/')
    again.addEventListener('launched', () => again.setAttribute('data-launched', ''))
    document.body.append(again)
  })
  await opened.page.waitForSelector('mini-program[data-launched]')
  const files = await opened.inWorker(() =>
    (globalThis as any)
      .filesOf('fileSystem.loaded')
      .map((file: any) => [file.path, (globalThis as any).textOf(file)])
      .sort(),
  )
  expect(files).toEqual([
    ['usr/notes/', ''],
    ['usr/notes/a.txt', 'kept'],
  ])
  await opened.close()
})

test('refuses paths that are none, and more than fits', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const answers = await opened.inWorker(async (program) => {
    const paths = ['usr/../x', 'other/x', '/usr/x', 'usr//x', 'package/x', 'tmp/x', 'usr/./x', '__proto__/x']
    const content = new Uint8Array([1])
    return Promise.all(
      paths.map((path) => program.call('fileSystemCommit', { changes: [{ path, content }] })),
    )
  })
  for (const answer of answers) expect(answer.error.message).toContain('parameter error')
  const full = await opened.inWorker((program) =>
    program.call('fileSystemCommit', {
      changes: [{ path: 'usr/x', content: new Uint8Array(201 * 1024 * 1024) }],
    }),
  )
  expect(full.error).toMatchObject({ errno: 1300202 })
  await opened.close()
})

test('openDocument shows the file, and the user leaves it', async () => {
  const opened = await host.open({
    manifest: { files: { 'doc/a.docx': 3 } },
    files: { 'files/doc/a.docx': text('abc') },
  })
  await opened.waitForEvent('launched')
  const answer = await opened.inWorker((program) =>
    program.call('openDocument', { filePath: 'package/doc/a.docx', showMenu: true }),
  )
  expect(answer.error).toBeUndefined()
  const viewer = opened.page.locator('sampan-document-viewer')
  expect(await viewer.locator('h1').textContent()).toBe('a.docx')
  const download = opened.page.waitForEvent('download')
  await viewer.locator('.card button').click()
  expect((await download).suggestedFilename()).toBe('a.docx')
  await viewer.getByLabel('Close').click()
  await viewer.waitFor({ state: 'detached' })
  const missing = await opened.inWorker((program) =>
    program.call('openDocument', { filePath: 'usr/none.pdf' }),
  )
  expect(missing.error).toMatchObject({ errno: 1300002 })
  await opened.close()
})
