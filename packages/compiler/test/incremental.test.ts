import { expect, it } from 'vitest'
import { createCompiler } from '../src/index'
import { buildProject, makeProject, type ProjectContents, summarise } from './build-project'
import { memorySourceFiles } from './memory-source-files'

/** Starts a compiler whose reads are counted, and changes its project step by step. */
function startCompiler(contents: ProjectContents) {
  const files = memorySourceFiles(contents)
  let read: string[] = []
  const compiler = createCompiler({
    files: {
      ...files,
      readText: (path) => {
        read.push(path)
        return files.readText(path)
      },
    },
  })
  return {
    build: () => compiler.build(),
    async change(changes: Record<string, string | undefined>) {
      for (const [path, content] of Object.entries(changes)) {
        if (content === undefined) delete contents[path]
        else contents[path] = content
      }
      read = []
      const result = await compiler.update(Object.keys(changes))
      return { ...result, read }
    },
  }
}

const project = () =>
  makeProject({
    'app.json': '{ "pages": ["pages/a/a", "b"] }',
    'app.wxss': '@import "common.wxss";',
    'common.wxss': '.a { color: red }',
    'pages/a/a.json': '{ "usingComponents": { "x": "/c/x" } }',
    'pages/a/a.wxml': '<x/>',
    'c/x.json': '{ "component": true }',
    'c/x.js': '',
    'c/x.wxml': '<wxs module="m" src="m.wxs"/>{{m.v}}',
    'c/m.wxs': 'exports.v = 1',
    'b.js': '',
    'b.wxml': '',
  })

const changes: [name: string, change: Record<string, string | undefined>][] = [
  ['a script', { 'pages/a/a.js': 'Page({ changed: true })' }],
  ['a template', { 'pages/a/a.wxml': '<view>changed</view>' }],
  ['an imported style sheet', { 'common.wxss': '.a { color: blue }' }],
  ['a WXS file', { 'c/m.wxs': 'exports.v = 2' }],
  ['a new page', { 'app.json': '{ "pages": ["pages/a/a", "b", "d"] }', 'd.js': '', 'd.wxml': '' }],
  ['a page less', { 'app.json': '{ "pages": ["pages/a/a"] }', 'b.js': undefined, 'b.wxml': undefined }],
  ['a component gone', { 'c/x.json': undefined, 'c/x.js': undefined, 'c/x.wxml': undefined }],
  [
    'a component found',
    {
      'pages/a/x/index.json': '{ "component": true }',
      'pages/a/a.json': '{ "usingComponents": { "x": "./x" } }',
    },
  ],
  ['an asset', { 'i.png': 'i' }],
  ['an error', { 'pages/a/a.js': 'Page({' }],
  ['a style that was missing', { 'pages/a/a.wxss': '.a { color: green }' }],
  ['another project setting', { 'project.config.json': '{ "appid": "wx9" }' }],
]

it.each(changes)('after %s the bundle is that of a fresh build', async (_name, change) => {
  const contents = project()
  const compiler = startCompiler(contents)
  const first = await compiler.build()
  const updated = await compiler.change(change)
  const fresh = await buildProject({ ...contents })
  expect(updated.manifest?.hash).toBe(fresh.manifest?.hash)
  expect(updated.manifest?.hash).not.toBe(first.manifest?.hash)
  expect(summarise(updated.diagnostics)).toEqual(summarise(fresh.diagnostics))
  expect([...updated.files]).toEqual([...fresh.files])
})

it('only what has changed is read again', async () => {
  const compiler = startCompiler(project())
  await compiler.build()
  expect((await compiler.change({ 'pages/a/a.js': 'Page({ a: 1 })' })).read).toEqual(['pages/a/a.js'])
  expect((await compiler.change({ 'common.wxss': '.a { color: blue }' })).read).toEqual(['common.wxss'])
  expect((await compiler.change({})).read).toEqual([])
})

it('a style import that was missing is found when it comes', async () => {
  const compiler = startCompiler(makeProject({ 'app.wxss': '@import "late.wxss";' }))
  expect(summarise((await compiler.build()).diagnostics)).toEqual([
    expect.stringContaining('style-import-missing'),
  ])
  const { files, diagnostics } = await compiler.change({ 'late.wxss': '.late { color: red }' })
  expect(diagnostics).toEqual([])
  expect(files.get('packages/main/styles.json')).toContain('.late')
})

it('builds asked for at the same time follow one another', async () => {
  const contents = project()
  const files = memorySourceFiles(contents)
  const compiler = createCompiler({ files })
  const results = await Promise.all([compiler.build(), compiler.update([]), compiler.build()])
  expect(new Set(results.map(({ manifest }) => manifest!.hash)).size).toBe(1)
})
