import { expect, it } from 'vitest'
import { createCompiler } from '../src/index'
import { buildClean, makeProject } from './build-project'
import { memorySourceFiles } from './memory-source-files'
import { loadPackage, runModule } from './run-bundle'

const withPackages = () =>
  makeProject({
    'package.json': '{ "dependencies": { "buttons": "1", "tiny": "1" } }',
    'node_modules/buttons/package.json': '{ "name": "buttons", "miniprogram": "dist" }',
    'node_modules/buttons/dist/button/button.json': '{ "component": true }',
    'node_modules/buttons/dist/button/button.js': 'Component({})',
    'node_modules/buttons/dist/button/button.wxml': '<view class="b"/>',
    'node_modules/buttons/dist/button/button.wxss': '.b { color: red }',
    'node_modules/tiny/package.json': '{ "name": "tiny", "main": "lib.js" }',
    'node_modules/tiny/lib.js': 'exports.tiny = 1',
    'pages/a/a.json': '{ "usingComponents": { "b": "buttons/button/button" } }',
    'pages/a/a.wxml': '<b/>',
    'pages/a/a.js': "module.exports = require('tiny')",
  })

it('components and modules of node_modules are built into the program', async () => {
  const result = await buildClean(withPackages())
  const path = 'miniprogram_npm/buttons/button/button'
  expect(result.manifest.components['pages/a/a']!.usingComponents).toEqual({ b: path })
  expect(result.manifest.components[path]).toMatchObject({ isComponent: true, styles: [path] })
  const loaded = loadPackage(result)
  expect(Object.keys(loaded.templates)).toContain(path)
  expect(runModule(loaded, 'miniprogram_npm/tiny/index.js')).toEqual({ tiny: 1 })
})

it('a package that was copied into miniprogram_npm as it is runs by its main', async () => {
  const contents = makeProject({
    'miniprogram_npm/tiny/package.json': '{ "name": "tiny", "main": "./lib" }',
    'miniprogram_npm/tiny/lib/index.js': 'exports.tiny = 1',
    'miniprogram_npm/@a/own/package.json': '{ "main": "other.js" }',
    'miniprogram_npm/@a/own/index.js': 'exports.own = 1',
    'miniprogram_npm/out/package.json': '{ "main": "../../app.js" }',
    'pages/a/a.js': "module.exports = [require('tiny'), require('@a/own')]",
  })
  const loaded = loadPackage(await buildClean(contents))
  const required: string[] = []
  loaded.modules['miniprogram_npm/tiny/index.js']!((path: string) => required.push(path), {}, {})
  expect(required).toEqual(['./lib/index.js'])
  expect(Object.keys(loaded.modules).filter((path) => path.startsWith('miniprogram_npm/'))).toEqual([
    'miniprogram_npm/@a/own/index.js',
    'miniprogram_npm/tiny/index.js',
    'miniprogram_npm/tiny/lib/index.js',
  ])
})

it('a package that comes later is found', async () => {
  const contents = withPackages()
  const later = Object.entries(contents).filter(([path]) => path.startsWith('node_modules/buttons/'))
  for (const [path] of later) delete contents[path]
  const compiler = createCompiler({ files: memorySourceFiles(contents) })
  const codes = ({ diagnostics }: { diagnostics: { code: string }[] }) => diagnostics.map(({ code }) => code)
  expect(codes(await compiler.build())).toEqual(['npm-missing', 'component-missing'])
  Object.assign(contents, Object.fromEntries(later))
  expect(codes(await compiler.update(later.map(([path]) => path)))).toEqual([])
})

it('a library of useExtendedLib comes from the caller, unless the project has it', async () => {
  const library = {
    'cell/cell.json': '{ "component": true }',
    'cell/cell.js': 'Component({})',
    'cell/cell.wxml': '<view class="caller"/><image src="/pictures/a.png"/>',
    'pictures/a.png': 'png',
    'weui-wxss/dist/style/weui.wxss': '.weui-cell { color: red }',
  }
  const contents = makeProject({
    'app.json': '{ "pages": ["pages/a/a"], "useExtendedLib": { "weui": true } }',
    'pages/a/a.json': '{ "usingComponents": { "mp-cell": "weui-miniprogram/cell/cell" } }',
    'pages/a/a.wxml': '<mp-cell/>',
    'app.wxss': '.weui-cell { color: blue }',
  })
  const extendedLibraries = { 'weui-miniprogram': memorySourceFiles(library) }
  const build = async () => {
    const result = await createCompiler({ files: memorySourceFiles(contents), extendedLibraries }).build()
    expect(result.diagnostics).toEqual([])
    return (name: string) => result.files.get(`packages/main/${name}`) as string
  }
  const first = await build()
  expect(first('service.js')).toContain('"caller"')
  expect(first('service.js')).toContain('/miniprogram_npm/weui-miniprogram/pictures/a.png')
  const { app } = JSON.parse(first('styles.json')) as { app: string }
  expect(app).toMatch(/\.weui-cell[^]*red[^]*\.weui-cell[^]*blue/)
  const own = Object.entries(library).map(([path, text]) => [
    `miniprogram_npm/weui-miniprogram/${path}`,
    text.replace('caller', 'own').replace(/<image.*\/>/, ''),
  ])
  Object.assign(contents, Object.fromEntries(own))
  expect((await build())('service.js')).toContain('"own"')
})
