import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FileChange } from '../../src/api/file-system/file-store'
import { createFileSystemApis } from '../../src/api/file-system/file-system'
import '../../src/parts/bytes'
import { callApi, createFakeContext, type FakeContext } from './fake-context'

type Manager = Record<string, (...args: never[]) => any>

/** A container that keeps files in a map, as program storage does. */
function start(kept = new Map<string, Uint8Array>(), files: Record<string, string> = {}) {
  const context: FakeContext = createFakeContext({
    manifest: { files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.length])) },
    answers: {
      fileSystemLoad: () => {
        const records = [...kept].map(([path, content]) => ({
          path,
          content,
          sizeBytes: content.length,
          modifiedMs: 1_700_000_000_000,
        }))
        context.emit('fileSystem.loaded', { files: records })
      },
      fileSystemCommit: ({ changes }: { changes: FileChange[] }) => {
        for (const { path, content } of changes) {
          if (content) kept.set(path, content as Uint8Array)
          else {
            kept.delete(path)
            kept.delete(`${path}/`)
          }
        }
      },
      fileSystemFetch: ({ path }: { path: string }) => addFile(path, files[path.slice('package/'.length)]!),
    },
  })
  const addFile = (path: string, text: string | Uint8Array) => {
    const content = typeof text === 'string' ? new TextEncoder().encode(text) : text
    context.emit('fileSystem.added', {
      files: [{ path, content, sizeBytes: content.length, modifiedMs: 1_700_000_000_000 }],
    })
  }
  const apis = createFileSystemApis(context)
  const manager = (apis.getFileSystemManager as () => Manager)()
  const load = () =>
    callApi(manager.access, { path: 'wxfile://usr' }).then(() => context.call('fileSystemLoad'))
  return { context, apis, manager, kept, addFile, load }
}

function thrown(run: () => unknown): Record<string, unknown> {
  try {
    run()
  } catch (error) {
    return error as Record<string, unknown>
  }
  throw new Error('nothing was thrown')
}

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)

describe('FileSystemManager', () => {
  it('writes, reads back at once, and tells the container', async () => {
    const { manager, kept, load } = start()
    await load()
    const path = 'wxfile://usr/hello.txt'
    manager.writeFileSync!(path as never, 'héllo' as never, 'utf8' as never)
    expect(manager.readFileSync!(path as never, 'utf8' as never)).toBe('héllo')
    expect(new Uint8Array(manager.readFileSync!(path as never)).length).toBe(6)
    const appended = await callApi(manager.appendFile, { filePath: path, data: ' 世界' })
    expect(appended.errMsg).toBe('appendFile:ok')
    expect(text(kept.get('usr/hello.txt'))).toBe('héllo 世界')
  })

  it('finds in the next run what the last one kept', async () => {
    const first = start()
    await first.load()
    first.manager.mkdirSync!('wxfile://usr/a/b' as never, true as never)
    await callApi(first.manager.writeFile, { filePath: 'wxfile://usr/a/x.txt', data: '1' })
    const second = start(first.kept)
    const listed = await callApi(second.manager.readdir, { dirPath: 'wxfile://usr/a' })
    expect(listed.files).toEqual(['b', 'x.txt'])
    const third = start(new Map([['store/s.png', new Uint8Array(3)]]))
    expect((await callApi(third.apis.getSavedFileList)).fileList).toHaveLength(1)
    const fourth = start(first.kept)
    expect((await callApi(fourth.manager.readdir, { dirPath: 'wxfile://usr' })).files).toEqual(['a'])
  })

  it('gives the documented failures', async () => {
    const { manager, load } = start(new Map(), { 'data/a.json': '{}' })
    await load()
    const missing = await callApi(manager.readFile, { filePath: 'wxfile://usr/none.txt' })
    expect(missing).toEqual({
      errMsg: 'readFile:fail no such file or directory wxfile://usr/none.txt',
      errno: 1300002,
      errCode: 1300002,
    })
    expect(thrown(() => manager.accessSync!('wxfile://usr/none' as never))).toMatchObject({
      message: 'accessSync:fail no such file or directory wxfile://usr/none',
      errno: 1300002,
    })
    const codes = {
      parent: thrown(() => manager.writeFileSync!('wxfile://usr/no/a' as never, '' as never)).errno,
      package: thrown(() => manager.writeFileSync!('data/a.json' as never, '' as never)).errno,
      escape: thrown(() => manager.readFileSync!('wxfile://usr/../../x' as never)).errno,
      directory: thrown(() => manager.readFileSync!('wxfile://usr' as never)).errno,
      base64: thrown(() => manager.writeFileSync!('wxfile://usr/a' as never, '*' as never, 'base64' as never))
        .errno,
    }
    expect(codes).toEqual({
      parent: 1300002,
      package: 1300013,
      escape: 1300014,
      directory: 1301003,
      base64: 1300203,
    })
    manager.mkdirSync!('wxfile://usr/d' as never)
    expect(thrown(() => manager.mkdirSync!('wxfile://usr/d' as never)).errno).toBe(1301005)
    manager.writeFileSync!('wxfile://usr/d/f' as never, 'x' as never)
    expect(thrown(() => manager.rmdirSync!('wxfile://usr/d' as never)).errno).toBe(1300066)
    expect(thrown(() => manager.unlinkSync!('wxfile://usr/d' as never)).errno).toBe(1300001)
    expect(await callApi(manager.readFile, { filePath: 5 })).toMatchObject({
      errMsg: 'readFile:fail parameter error: parameter.filePath should be String instead of Number;',
    })
  })

  it('reads the code package: by itself when asked asynchronously, at once when the container sent it', async () => {
    const { manager, addFile } = start(new Map(), { 'data/a.json': '{"a":1}', 'data/b.json': '{"b":2}' })
    expect(manager.readdirSync!('/data' as never)).toEqual(['a.json', 'b.json'])
    expect(manager.statSync!('data/a.json' as never).size).toBe(7)
    expect(await callApi(manager.readFile, { filePath: 'data/a.json', encoding: 'utf8' })).toMatchObject({
      data: '{"a":1}',
    })
    expect(thrown(() => manager.readFileSync!('data/b.json' as never)).message).toContain('is not loaded yet')
    addFile('package/data/b.json', '{"b":2}')
    expect(manager.readFileSync!('data/b.json' as never, 'utf-8' as never)).toBe('{"b":2}')
  })

  it('saves temporary files, once', async () => {
    const { apis, addFile, kept, load } = start()
    await load()
    addFile('tmp/photo.png', 'PNG')
    const saved = await callApi(apis.saveFile, { tempFilePath: 'wxfile://tmp/photo.png' })
    expect(saved.savedFilePath).toMatch(/^wxfile:\/\/store\/[\da-f]{32}\.png$/)
    expect((await callApi(apis.saveFile, { tempFilePath: 'wxfile://tmp/photo.png' })).errno).toBe(1300002)
    const list = await callApi(apis.getSavedFileList)
    expect(list.fileList).toEqual([
      { filePath: saved.savedFilePath, size: 3, createTime: expect.closeTo(Date.now() / 1000, -2) },
    ])
    expect(await callApi(apis.getFileInfo, { filePath: saved.savedFilePath })).toMatchObject({
      size: 3,
      digest: '55505ba281b015ec31f03ccb151b2a34',
    })
    await callApi(apis.removeSavedFile, { filePath: saved.savedFilePath })
    expect([...kept.keys()]).toEqual([])
  })

  it('has file descriptors', async () => {
    const { manager, load } = start()
    await load()
    const fd = manager.openSync!({ filePath: 'wxfile://usr/f', flag: 'w+' } as never)
    expect(manager.writeSync!({ fd, data: 'hello' } as never)).toEqual({ bytesWritten: 5 })
    manager.writeSync!({ fd, data: 'J', position: 0 } as never)
    const arrayBuffer = new ArrayBuffer(8)
    expect(manager.readSync!({ fd, arrayBuffer, offset: 1, length: 5, position: 0 } as never).bytesRead).toBe(
      5,
    )
    expect(text(new Uint8Array(arrayBuffer, 1, 5))).toBe('Jello')
    manager.ftruncateSync!({ fd, length: 2 } as never)
    expect(manager.fstatSync!({ fd } as never).size).toBe(2)
    manager.closeSync!({ fd } as never)
    expect(thrown(() => manager.fstatSync!({ fd } as never)).errno).toBe(1300009)
    expect(thrown(() => manager.openSync!({ filePath: 'wxfile://usr/f', flag: 'wx' } as never)).errno).toBe(
      1301005,
    )
  })

  it('unpacks archives inside the target only', async () => {
    const { manager, addFile, load } = start()
    await load()
    const bytes = new TextEncoder().encode('one')
    addFile('tmp/a.zip', zipSync({ 'x/one.txt': bytes, 'two.txt': bytes }))
    addFile('tmp/bad.zip', zipSync({ '../out.txt': bytes }))
    await callApi(manager.unzip, { zipFilePath: 'wxfile://tmp/a.zip', targetPath: 'wxfile://usr/t' })
    expect(manager.readFileSync!('wxfile://usr/t/x/one.txt' as never, 'utf8' as never)).toBe('one')
    const bad = await callApi(manager.unzip, {
      zipFilePath: 'wxfile://tmp/bad.zip',
      targetPath: 'wxfile://usr/t',
    })
    expect(bad.errno).toBe(1301103)
    const entries = await callApi(manager.readZipEntry, {
      filePath: 'wxfile://tmp/a.zip',
      entries: [{ path: 'two.txt', encoding: 'hex' }],
    })
    expect(entries.entries).toEqual({ 'two.txt': { data: '6f6e65', errMsg: 'readZipEntry:ok' } })
  })

  it('reports a container that refuses', async () => {
    const { manager, context, load } = start()
    await load()
    context.call = async () => {
      throw new Error('disk full')
    }
    const failure = await callApi(manager.writeFile, { filePath: 'wxfile://usr/a', data: '1' })
    expect(failure.errMsg).toBe('writeFile:fail disk full')
  })

  it('renames directories with what is in them', async () => {
    const { manager, kept, load } = start()
    await load()
    manager.mkdirSync!('wxfile://usr/a/b' as never, true as never)
    manager.writeFileSync!('wxfile://usr/a/b/c' as never, '1' as never)
    await callApi(manager.rename, { oldPath: 'wxfile://usr/a', newPath: 'wxfile://usr/z' })
    expect(manager.readFileSync!('wxfile://usr/z/b/c' as never, 'utf8' as never)).toBe('1')
    expect([...kept.keys()].sort()).toEqual(['usr/z/', 'usr/z/b/', 'usr/z/b/c'])
  })
})
