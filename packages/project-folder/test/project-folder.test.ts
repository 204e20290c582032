import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openProjectFolder, watchProjectFolder } from '@sampan/project-folder'
import type { FolderChanges } from '@sampan/project-folder'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sampan-folder-'))
})

afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string | Uint8Array) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe('openProjectFolder', () => {
  test('lists sources, without node_modules, dot folders and earlier builds', () => {
    write('app.json', '{}')
    write('pages/index/index.wxml', '<view/>')
    write('.git/config', '')
    write('node_modules/a/index.js', '')
    write('dist/manifest.json', '{}')
    write('dist/packages/main/service.js', '')
    write('dist/files/app.png', '')
    write('other-out/x.js', '')
    const files = openProjectFolder(root, { skip: [join(root, 'other-out')] })
    expect(files.list().sort()).toEqual(['app.json', 'pages/index/index.wxml'])
  })

  test('reads packages of node_modules that are not listed, and nothing outside the folder', () => {
    write('node_modules/a/index.js', 'exports.a = 1')
    const files = openProjectFolder(root)
    expect(files.readText('node_modules/a/index.js')).toBe('exports.a = 1')
    expect(files.has('node_modules/../../../etc/passwd')).toBe(false)
    expect(files.read('../etc/passwd')).toBeUndefined()
  })

  test('lists a package of node_modules when asked for it', () => {
    write('node_modules/a/dist/button.js', '')
    write('node_modules/a/dist/node_modules/b/index.js', '')
    const files = openProjectFolder(root)
    expect(files.listFolder('node_modules/a/').sort()).toEqual([
      'node_modules/a/dist/button.js',
      'node_modules/a/dist/node_modules/b/index.js',
    ])
    expect(files.listFolder('node_modules/gone/')).toEqual([])
    expect(files.listFolder('node_modules/../../')).toEqual([])
  })

  test('drops a byte order mark from text and keeps bytes as they are', () => {
    write('app.json', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))
    const files = openProjectFolder(root)
    expect(files.readText('app.json')).toBe('{}')
    expect(files.sizeBytes('app.json')).toBe(5)
  })

  test.skipIf(process.platform === 'win32')('follows links to folders once', () => {
    write('shared/a.js', '')
    symlinkSync(join(root, 'shared'), join(root, 'linked'))
    symlinkSync(root, join(root, 'shared', 'loop'))
    expect(openProjectFolder(root).list().sort()).toEqual(['linked/a.js', 'shared/a.js'])
  })
})

describe('watchProjectFolder', () => {
  test('tells changes, and whether files came or went', async () => {
    write('app.js', '1')
    const seen: FolderChanges[] = []
    let wake = () => {}
    const errors: unknown[] = []
    const watcher = await watchProjectFolder(
      root,
      async (changes) => {
        seen.push(changes)
        wake()
        if (changes.paths.includes('bad.js')) throw new Error('a build that breaks')
      },
      (error) => errors.push(error),
    )
    const next = () => new Promise<void>((resolve) => (wake = resolve))

    let told = next()
    write('app.js', '2')
    await told
    expect(seen.at(-1)).toEqual({ paths: ['app.js'], listingChanged: false })

    told = next()
    write('b.js', '')
    await told
    expect(seen.at(-1)).toEqual({ paths: ['b.js'], listingChanged: true })
    expect(errors).toEqual([])

    told = next()
    write('bad.js', '')
    await told
    told = next()
    write('app.js', '3')
    await told
    expect(errors).toEqual([new Error('a build that breaks')])
    await watcher.close()
  })
})
