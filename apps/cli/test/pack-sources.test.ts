import { createCompiler, type SourceFiles } from '@sampan/compiler'
import { openProjectFolder } from '@sampan/project-folder'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { expect, test } from 'vitest'
import { openSentSources } from '../src/upload/pack-sources'
import { useTemporaryFolder } from './harness/temporary-folder'

const folder = useTemporaryFolder()
const PROGRAM = {
  'project.config.json': '{"appid":"wx0123456789abcdef"}',
  'project.private.config.json': '{"appid":"wxffffffffffffffff"}',
  'private.wx0123456789abcdef.key': 'a secret',
  'package.json': '{"dependencies":{"tide":"1.0.0"}}',
  'node_modules/tide/package.json': '{"name":"tide","version":"1.0.0","main":"index.js"}',
  'node_modules/tide/index.js': 'module.exports = 7',
  'node_modules/unused/index.js': 'module.exports = 8',
  '.git/config': '[core]',
  'app.json': '{"pages":["pages/a"]}',
  'pages/a.wxml': '<view>{{n}}</view>',
  'pages/a.js': 'Page({ data: { n: require("tide") } })',
}

async function unpack(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const entries = extract()
  entries.end(gunzipSync(archive))
  for await (const entry of entries) {
    const pieces: Buffer[] = []
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece)
    files.set(entry.header.name, Buffer.concat(pieces))
  }
  return files
}

/** As the server opens it. */
function openUnpacked(files: Map<string, Buffer>): SourceFiles {
  const paths = [...files.keys()]
  return {
    list: () => paths.filter((path) => !path.startsWith('node_modules/')),
    has: (path) => files.has(path),
    sizeBytes: (path) => files.get(path)?.length ?? 0,
    read: (path) => files.get(path),
    readText: (path) => files.get(path)?.toString(),
    listFolder: (inside) => paths.filter((path) => path.startsWith(inside)),
  }
}

test('sources and the packages that they use are sent, nothing personal; the same program comes out', async () => {
  const sources = openSentSources(openProjectFolder(folder.project('program', PROGRAM)))
  const here = await createCompiler({ files: sources, minify: true }).build()
  expect(here.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const sent = await unpack(await sources.pack())
  expect([...sent.keys()].sort()).toEqual([
    'app.json',
    'node_modules/tide/index.js',
    'node_modules/tide/package.json',
    'package.json',
    'pages/a.js',
    'pages/a.wxml',
    'project.config.json',
  ])
  const there = await createCompiler({ files: openUnpacked(sent), minify: true }).build()
  expect(there.manifest?.hash).toBe(here.manifest?.hash)
  expect(here.manifest?.appId).toBe('wx0123456789abcdef')
})
