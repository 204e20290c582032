import vm from 'node:vm'
import { WORKER_PACKAGE_FUNCTION } from '@sampan/protocol'
import { describe, expect, it } from 'vitest'
import { buildClean, buildProject, makeProject } from './build-project'
import { loadPackage, loadViewModules, runModule } from './run-bundle'

describe('service.js', () => {
  it('brings modules that run with the names of the program', async () => {
    const result = await buildClean(
      makeProject({
        'app.js': "import { twice } from './utils/math'\nApp({ n: twice(2) })",
        'utils/math.ts': 'export const twice = (n: number): number => n * 2',
        'pages/a/a.js':
          "const data = require('./data.json')\nPage({ data, seen: typeof window + typeof name })",
        'pages/a/data.json': '{ "x": [1] }',
      }),
    )
    const registered: unknown[] = []
    const globals = {
      App: (options: unknown) => registered.push(options),
      Page: (options: unknown) => registered.push(options),
    }
    const loaded = loadPackage(result, 'main', globals)
    expect(Object.keys(loaded.modules)).toEqual([
      'app.js',
      'pages/a/a.js',
      'pages/a/data.json',
      'utils/math.js',
    ])
    const require = (path: string) =>
      runModule(loaded, { './utils/math': 'utils/math.js', './data.json': 'pages/a/data.json' }[path]!)
    for (const key of ['app.js', 'pages/a/a.js']) loaded.modules[key]!(require, { exports: {} }, {})
    expect(registered).toEqual([{ n: 4 }, { data: { x: [1] }, seen: 'undefinedundefined' }])
  })

  it('brings what is reached, once, and nothing else', async () => {
    const result = await buildClean(
      makeProject({
        'app.json': '{ "pages": ["pages/a/a", "b"] }',
        'b.js': "require('./shared')",
        'b.wxml': '<import src="common/t"/><template is="t"/>',
        'pages/a/a.js': "require('../../shared')",
        'pages/a/a.wxml': '<import src="/common/t.wxml"/><template is="t"/>',
        'shared.js': 'exports.s = 1',
        'common/t.wxml': '<template name="t"/>',
        'unused.js': '',
        'unused.wxml': '',
      }),
    )
    const { modules, templates } = loadPackage(result)
    expect(Object.keys(modules)).toEqual(['app.js', 'b.js', 'pages/a/a.js', 'shared.js'])
    expect(Object.keys(templates)).toEqual(['b', 'common/t', 'pages/a/a'])
  })

  it.each([
    ['a computed name', 'require(name)'],
    ['text and a name', `require('../../lang/' + name)`],
    ['a template', 'require(`../../lang/${name}`)'],
  ])('brings every script of a package in which one requires by %s', async (_what, call) => {
    const result = await buildClean(
      makeProject({
        'app.json': '{ "pages": ["pages/a/a"], "subpackages": [{ "root": "s", "pages": ["p"] }] }',
        'pages/a/a.js': `const load = (name) => ${call}`,
        'lang/en.js': "require('not-there')",
        's/p.js': '',
        's/p.wxml': '',
        's/unused.js': '',
      }),
    )
    expect(Object.keys(loadPackage(result).modules)).toEqual(['app.js', 'lang/en.js', 'pages/a/a.js'])
    expect(Object.keys(loadPackage(result, 's').modules)).toEqual(['s/p.js'])
  })

  it('brings no other script for literal names', async () => {
    const result = await buildClean(
      makeProject({
        'pages/a/a.js': `require('../../b') + require("../../b" ) + require(\`../../b\`)`,
        'b.js': '',
        'lang/en.js': '',
      }),
    )
    expect(Object.keys(loadPackage(result).modules)).toEqual(['app.js', 'b.js', 'pages/a/a.js'])
  })

  it('a module with an error throws it; the others work', async () => {
    const { files, diagnostics } = await buildProject(
      makeProject({ 'pages/a/a.js': 'let x = 1\nlet y = (', 'app.js': 'exports.ok = 1' }),
    )
    expect(diagnostics).toMatchObject([{ code: 'script-syntax', file: 'pages/a/a.js', line: 2 }])
    const loaded = loadPackage({ files })
    expect(runModule(loaded, 'app.js')).toEqual({ ok: 1 })
    expect(() => runModule(loaded, 'pages/a/a.js')).toThrow(/pages\/a\/a\.js:2/)
  })

  it('names nobody should choose do no harm', async () => {
    const path = 'pages/__proto__/"\'`${x}'
    const result = await buildProject(
      makeProject({
        'app.json': JSON.stringify({ pages: ['pages/a/a', path, '__proto__'] }),
        [`${path}.js`]: 'exports.a = 1',
        [`${path}.wxml`]: '<wxs module="m">exports.x = 1</wxs><wxs module="m\'n">exports.x = 1</wxs>{{m.x}}',
        '__proto__.js': 'exports.b = 1',
        '__proto__.wxml': '<view/>',
        'pages/a/a.json': '{ "usingComponents": { "__proto__": "/pages/b", "constructor": "/pages/b" } }',
        'pages/b.json': '{ "component": true }',
        'pages/b.wxml': '',
      }),
    )
    const { modules, templates } = loadPackage(result)
    expect(Object.keys(modules)).toContain(`${path}.js`)
    expect(Object.keys(templates)).toContain(path)
    expect(Object.keys(templates)).toContain('__proto__')
    expect(Object.getPrototypeOf(result.manifest!.components)).toBe(Object.prototype)
    expect(Object.keys(result.manifest!.pages)).toContain('__proto__')
  })
})

it('worker.js brings the scripts of wx.createWorker, which are not in service.js', async () => {
  const { files } = await buildClean(
    makeProject({
      'app.json': '{ "pages": ["pages/a/a"], "workers": "workers" }',
      'workers/index.js': "const { f } = require('./math'); worker.onMessage(f)",
      'workers/math.js': "exports.f = require('../shared').f",
      'shared.js': 'exports.f = (x) => x + 1',
      'app.js': "require('./shared')",
    }),
  )
  expect(Object.keys(loadPackage({ files }).modules)).toEqual(['app.js', 'pages/a/a.js', 'shared.js'])
  let modules: Record<string, unknown> = {}
  vm.runInNewContext(files.get('packages/main/worker.js') as string, {
    [WORKER_PACKAGE_FUNCTION]: (factory: (...globals: unknown[]) => typeof modules) =>
      (modules = factory({})),
  })
  expect(Object.keys(modules)).toEqual(['shared.js', 'workers/index.js', 'workers/math.js'])
})

describe('packages', () => {
  const program = makeProject({
    'app.json': JSON.stringify({
      pages: ['pages/a/a'],
      subpackages: [
        { root: 's', pages: ['p'] },
        { root: 'alone', pages: ['p'], independent: true },
      ],
    }),
    'app.wxss': '.app { color: red }',
    'c/x.json': '{ "component": true, "usingComponents": { "y": "./y" } }',
    'c/x.js': "require('../util')",
    'c/x.wxml': '<wxs module="w" src="../w.wxs"/><y/>',
    'c/x.wxss': '.x { color: red }',
    'c/y.json': '{ "component": true }',
    'c/y.js': '',
    'c/y.wxml': '',
    'util.js': '',
    'w.wxs': '',
    's/p.json': '{ "usingComponents": { "x": "/c/x" } }',
    's/p.js': "require('../util'); require('./own')",
    's/own.js': '',
    's/p.wxml': '<x/>',
    's/p.wxss': '.p { color: red }',
    'alone/p.json': '{ "usingComponents": { "x": "/c/x" } }',
    'alone/p.js': '',
    'alone/p.wxml': '<x/>',
  })
  const contents = async (id: string) => {
    const result = await buildProject(program)
    const { modules, templates, wxs } = loadPackage(result, id)
    const styles = JSON.parse(result.files.get(`packages/${id}/styles.json`) as string) as object
    return { modules, templates, wxs, styles }
  }
  const keys = (parts: Record<string, object>) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Object.keys(part)]))

  it('hold what lies in them; what they share stays in the main package', async () => {
    expect(keys(await contents('main'))).toEqual({
      modules: ['app.js', 'c/x.js', 'c/y.js', 'pages/a/a.js', 'util.js'],
      templates: ['c/x', 'c/y', 'pages/a/a'],
      wxs: ['w.wxs'],
      styles: ['app', 'c/x'],
    })
    expect(keys(await contents('s'))).toEqual({
      modules: ['s/own.js', 's/p.js'],
      templates: ['s/p'],
      wxs: [],
      styles: ['s/p'],
    })
  })

  it('an independent one gets copies of what it uses outside', async () => {
    expect(keys(await contents('alone'))).toEqual({
      modules: ['alone/p.js', 'c/x.js', 'c/y.js', 'util.js'],
      templates: ['alone/p', 'c/x', 'c/y'],
      wxs: ['w.wxs'],
      styles: ['c/x'],
    })
  })
})

describe('view.js', () => {
  it('brings the WXS whose functions handle events, with what that requires', async () => {
    const result = await buildClean(
      makeProject({
        'app.json': '{ "pages": ["pages/a/a", "b"] }',
        'pages/a/a.wxml': '<import src="/t"/><template is="t"/>',
        't.wxml':
          '<template name="t"><view change:x="{{m.f}}" x="1"/></template><wxs module="m" src="/m.wxs"/><wxs module="n">var d = require("./d.wxs")</wxs>',
        'm.wxs': 'exports.f = require("./d.wxs").f',
        'd.wxs': '',
        'b.js': '',
        'b.wxml': '<wxs module="m" src="/only-worker.wxs"/>{{m.f(1)}}',
        'only-worker.wxs': '',
      }),
    )
    expect(loadViewModules(result)).toEqual(['d.wxs', 'm.wxs', 't#n'])
    expect(result.manifest.packages[0]!.hasViewScript).toBe(true)
    const { components } = result.manifest
    expect([components['pages/a/a']!.usesViewScript, components['b']!.usesViewScript]).toEqual([true, false])
  })

  it('is not there if no template needs it', async () => {
    const result = await buildClean(makeProject())
    expect(loadViewModules(result)).toBeUndefined()
    expect(result.manifest.packages[0]!.hasViewScript).toBe(false)
  })
})

describe('manifest', () => {
  it('lists the tags of a component, imports and includes included', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'pages/a/a.wxml': '<view><Text/></view><include src="b"/>',
        'pages/a/b.wxml': '<image src="/i.png"/>',
        'i.png': '',
      }),
    )
    expect(manifest.components['pages/a/a']!.tags).toEqual(['image', 'include', 'text', 'view'])
  })

  it('has a hash that changes with every byte and with nothing else', async () => {
    const hash = async (changes = {}) => (await buildProject(makeProject(changes))).manifest!.hash
    const first = await hash()
    expect(await hash()).toBe(first)
    const others = [
      { 'pages/a/a.js': 'Page({ a: 1 })' },
      { 'pages/a/a.wxml': '<view a="1"/>' },
      { 'pages/a/a.wxss': '.a { color: red }' },
      { 'pages/a/a.json': '{ "navigationBarTitleText": "x" }' },
      { 'x.png': 'x' },
      { 'x.png': 'y' },
    ]
    const hashes = await Promise.all(others.map(hash))
    expect(new Set([first, ...hashes]).size).toBe(others.length + 1)
  })
})

it('source maps lead from a line of service.js to the source', async () => {
  const contents = makeProject({
    'app.js': 'App({})\n\n\nthrow new Error("here")',
    'pages/a/a.wxml': '\n<wxs module="m">\nvar a = 1\nthrow "inline"</wxs><wxs src="m.wxs" module="n"/>',
    'pages/a/m.wxs': '\n\nthrow "file"',
    'pages/a/a.ts': 'type A = { a: number }\n\nexport const marker: number = 1\nPage({})',
  })
  delete contents['pages/a/a.js']
  const { files } = await buildProject(contents, { sourceMap: true })
  const code = (files.get('packages/main/service.js') as string).split('\n')
  const map = JSON.parse(files.get('packages/main/service.js.map') as string)
  const { SourceMap } = await import('node:module')
  const trace = (text: string) => {
    const line = code.findIndex((each) => each.includes(text))
    const column = code[line]!.indexOf(text)
    const section = map.sections.findLast(
      ({ offset }: any) => offset.line < line || (offset.line === line && offset.column <= column),
    )
    const start = section.offset.line === line ? section.offset.column : 0
    const found = new SourceMap(section.map).findEntry(line - section.offset.line, column - start)
    return 'originalSource' in found && found.originalSource !== undefined
      ? [found.originalSource, found.originalLine + 1]
      : undefined
  }
  expect(trace('throw new Error')).toEqual(['app.js', 4])
  expect(trace('marker')?.[0]).toBe('pages/a/a.ts')
  expect(trace('Page({})')).toEqual(['pages/a/a.ts', 4])
  expect(trace('throw "inline"')).toEqual(['pages/a/a.wxml', 4])
  expect(trace('throw "file"')).toEqual(['pages/a/m.wxs', 3])
  expect(trace('setFnFilter') ?? trace('H[""]')).toEqual(['pages/a/a.wxml', 1])
  expect(trace('__sampanPackage')).toBeUndefined()
})
