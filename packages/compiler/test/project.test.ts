import { describe, expect, it } from 'vitest'
import { buildClean, buildProject, makeProject, summarise } from './build-project'

describe('where the program is', () => {
  const under = (folder: string) =>
    Object.fromEntries(Object.entries(makeProject()).map(([path, text]) => [folder + path, text]))

  it.each([
    ['miniprogramRoot', '{ "miniprogramRoot": "./program/" }', 'program/'],
    [
      'srcMiniprogramRoot, if miniprogramRoot has not been built',
      '{ "miniprogramRoot": "dist", "srcMiniprogramRoot": "source" }',
      'source/',
    ],
    ['no word about it', '{}', 'miniprogram/'],
  ])('%s', async (_name, config, folder) => {
    const files = { 'project.config.json': config, ...under(folder) }
    const { manifest } = await buildProject(files)
    expect(manifest?.pageOrder).toEqual(['pages/a/a'])
  })

  it('the folder with app.json itself', async () => {
    const { manifest } = await buildClean(makeProject())
    expect(manifest.appId).toBe('touristappid')
  })

  it('the private configuration wins where it may', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'project.config.json': '{ "appid": "wx1", "projectname": "shared", "description": "d" }',
        'project.private.config.json': '{ "projectname": "mine", "compileType": "plugin" }',
      }),
    )
    expect([manifest.appId, manifest.name]).toEqual(['wx1', 'mine'])
  })
})

it('a name that was written as in a URL is read back', async () => {
  const name = async (projectname: string) =>
    (await buildClean(makeProject({ 'project.config.json': JSON.stringify({ projectname }) }))).manifest.name
  expect(await name('%E5%95%86%E5%9F%8E')).toBe('商城')
  expect(await name('100%')).toBe('100%')
})

describe('app.json', () => {
  it('is read with comments, trailing commas and a byte order mark', async () => {
    const json = '\uFEFF{\n // pages\n "pages": ["pages/a/a",],\n /* none */\n}'
    expect((await buildClean(makeProject({ 'app.json': json }))).manifest.pageOrder).toEqual(['pages/a/a'])
  })

  it('gets its defaults', async () => {
    const { manifest } = await buildClean(makeProject())
    expect(manifest.app).toMatchObject({
      entryPagePath: 'pages/a/a',
      networkTimeout: { request: 60000 },
      window: { navigationBarTextStyle: 'white', onReachBottomDistance: 50, backgroundColor: '#ffffff' },
      resolveAlias: {},
      extra: {},
    })
  })

  it('keeps what the runtime does not know', async () => {
    const json = '{ "pages": ["pages/a/a"], "plugins": {}, "halfPage": { "a": 1 } }'
    expect((await buildClean(makeProject({ 'app.json': json }))).manifest.app.extra).toEqual({
      plugins: {},
      halfPage: { a: 1 },
    })
  })

  it('takes the mini-weixin block over the rest', async () => {
    const json =
      '{ "pages": ["pages/a/a"], "window": { "navigationBarTitleText": "x", "backgroundColor": "#111111" }, "mini-weixin": { "window": { "navigationBarTitleText": "y" } }, "mini-ios": { "window": {} } }'
    const { window } = (await buildClean(makeProject({ 'app.json': json }))).manifest.app
    expect([window.navigationBarTitleText, window.backgroundColor]).toEqual(['y', '#111111'])
  })

  it('takes ext.json over the rest, if it is enabled', async () => {
    const ext = (enabled: boolean) =>
      JSON.stringify({
        extEnable: enabled,
        extAppid: 'wx2',
        window: { navigationBarTitleText: 'app' },
        extPages: { 'pages/a/a': { navigationBarTitleText: 'page' } },
      })
    const on = (await buildClean(makeProject({ 'ext.json': ext(true) }))).manifest
    expect(on.app.window.navigationBarTitleText).toBe('app')
    expect(on.pages['pages/a/a']!.window.navigationBarTitleText).toBe('page')
    const off = (await buildClean(makeProject({ 'ext.json': ext(false) }))).manifest
    expect(off.app.window.navigationBarTitleText).toBe('')
  })

  it('a page lays its own window over the app', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'app.json':
          '{ "pages": ["pages/a/a"], "window": { "backgroundColor": "#111", "navigationBarTitleText": "app" } }',
        'pages/a/a.json': '{ "navigationBarTitleText": "page", "disableScroll": true }',
      }),
    )
    expect(manifest.pages['pages/a/a']!.window).toMatchObject({
      backgroundColor: '#111',
      navigationBarTitleText: 'page',
      disableScroll: true,
    })
  })

  it('tab bar', async () => {
    const page = { 'pages/b/b.js': 'Page({})', 'pages/b/b.wxml': '' }
    const json = JSON.stringify({
      pages: ['pages/a/a', 'pages/b/b'],
      tabBar: {
        color: '#999999',
        list: [
          { pagePath: 'pages/a/a', text: 'A', iconPath: '/images/a.png' },
          { pagePath: '/pages/b/b', text: 'B', iconPath: 'images/a.png', selectedIconPath: './images/a.png' },
        ],
      },
    })
    const { manifest } = await buildClean(makeProject({ ...page, 'app.json': json, 'images/a.png': 'png' }))
    expect(manifest.app.tabBar).toEqual({
      color: '#999999',
      selectedColor: '#3cc51f',
      backgroundColor: '#ffffff',
      borderStyle: 'black',
      position: 'bottom',
      custom: false,
      list: [
        { pagePath: 'pages/a/a', text: 'A', iconPath: 'images/a.png' },
        { pagePath: 'pages/b/b', text: 'B', iconPath: 'images/a.png', selectedIconPath: 'images/a.png' },
      ],
    })
  })

  it('theme variables stay as they are', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'app.json':
          '{ "pages": ["pages/a/a"], "darkmode": true, "themeLocation": "theme.json", "window": { "navigationBarTextStyle": "@text", "backgroundColor": "@back" } }',
        'theme.json':
          '{ "light": { "text": "black", "back": "#fff" }, "dark": { "text": "white", "back": "#000" } }',
      }),
    )
    expect(manifest.app.window).toMatchObject({ navigationBarTextStyle: '@text', backgroundColor: '@back' })
    expect(manifest.theme?.dark).toEqual({ text: 'white', back: '#000' })
  })
})

describe('packages', () => {
  const withSubpackage = (changes = {}, subpackage = {}) =>
    makeProject({
      'app.json': JSON.stringify({
        pages: ['pages/a/a'],
        subPackages: [{ root: 'shop/', name: 'mall', pages: ['item/item'], ...subpackage }],
        preloadRule: { 'pages/a/a': { network: 'all', packages: ['mall'] } },
      }),
      'shop/item/item.js': 'Page({})',
      'shop/item/item.wxml': '',
      ...changes,
    })

  it('have their pages, in the order of app.json', async () => {
    const { manifest } = await buildClean(withSubpackage())
    expect(manifest.pageOrder).toEqual(['pages/a/a', 'shop/item/item'])
    expect(manifest.pages['shop/item/item']!.packageId).toBe('shop')
    expect(
      manifest.packages.map(({ id, root, name, independent }) => ({ id, root, name, independent })),
    ).toEqual([
      { id: 'main', root: '', name: undefined, independent: false },
      { id: 'shop', root: 'shop', name: 'mall', independent: false },
    ])
    expect(manifest.app.preloadRule).toEqual({ 'pages/a/a': { packages: ['shop'], network: 'all' } })
  })

  it('roots that would share an id get different ones', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'app.json': JSON.stringify({
          pages: ['pages/a/a'],
          subpackages: [
            { root: 'a/b', pages: ['p'] },
            { root: 'a-b', pages: ['p'] },
            { root: 'main', pages: ['p'] },
          ],
        }),
        ...Object.fromEntries(
          ['a/b', 'a-b', 'main'].flatMap((root) => [
            [`${root}/p.js`, ''],
            [`${root}/p.wxml`, ''],
          ]),
        ),
      }),
    )
    expect(manifest.packages.map(({ id }) => id)).toEqual(['main', 'a-b', 'a-b-', 'main-'])
  })

  it('weigh what they bring', async () => {
    const { manifest, files } = await buildClean(withSubpackage({ 'shop/big.png': 'x'.repeat(5000) }))
    const shop = manifest.packages[1]!
    const code = [...files].filter(([path]) => path.startsWith('packages/shop/'))
    const bytes = code.reduce((sum, [, content]) => sum + content.length, 5000)
    expect(shop.sizeBytes).toBe(bytes)
  })
})

describe('usingComponents', () => {
  const component = (path: string, json = '{ "component": true }') => ({
    [`${path}.json`]: json,
    [`${path}.js`]: 'Component({})',
    [`${path}.wxml`]: '',
  })
  const cases: [name: string, written: string, place: string][] = [
    ['relative', '../../components/x/x', 'components/x/x'],
    ['relative without dots', 'x', 'pages/a/x'],
    ['from the root', '/components/x/x', 'components/x/x'],
    ['a folder', '/components/x', 'components/x/index'],
    ['npm at the root', 'lib/button', 'miniprogram_npm/lib/button'],
    ['npm on the way up', 'lib/button', 'pages/miniprogram_npm/lib/button'],
    ['npm scope, a folder', '@scope/lib/button', 'miniprogram_npm/@scope/lib/button/index'],
  ]
  it.each(cases)('%s', async (_name, written, place) => {
    const { manifest } = await buildClean(
      makeProject({
        'pages/a/a.json': JSON.stringify({ usingComponents: { 'x-y': written } }),
        'pages/a/a.wxml': '<x-y/>',
        ...component(place),
      }),
    )
    expect(manifest.components['pages/a/a']!.usingComponents).toEqual({ 'x-y': place })
    expect(manifest.components[place]).toMatchObject({ packageId: 'main', isComponent: true })
  })

  it('of the app reach every page and component that uses them; their own come first', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "x": "/c/x", "y": "c/y" } }',
        'pages/a/a.json': '{ "usingComponents": { "y": "/c/z" } }',
        'pages/a/a.wxml': '<x/><y/>',
        ...component('c/x'),
        ...component('c/y'),
        ...component('c/z'),
        'c/z.wxml': '<y generic:g="x"/>',
      }),
    )
    expect(manifest.components['pages/a/a']!.usingComponents).toEqual({ x: 'c/x', y: 'c/z' })
    expect(manifest.components['c/z']!.usingComponents).toEqual({ x: 'c/x', y: 'c/y' })
    expect(manifest.components['c/x']!.usingComponents).toEqual({})
  })

  it('may go in circles', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'pages/a/a.json': '{ "usingComponents": { "x": "/c/x" } }',
        ...component('c/x', '{ "component": true, "usingComponents": { "x": "./x", "y": "./y" } }'),
        ...component('c/y', '{ "component": true, "usingComponents": { "x": "./x" } }'),
      }),
    )
    expect(Object.keys(manifest.components)).toEqual(['pages/a/a', 'c/x', 'c/y'])
  })

  it('generics, placeholders and options', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'pages/a/a.json': '{ "usingComponents": { "x": "/c/x" }, "componentPlaceholder": { "x": "view" } }',
        ...component(
          'c/x',
          '{ "component": true, "componentGenerics": { "g": true, "h": { "default": "./y" } }, "styleIsolation": "apply-shared", "pureDataPattern": "^_" }',
        ),
        ...component('c/y'),
      }),
    )
    expect(manifest.components['pages/a/a']!.componentPlaceholder).toEqual({ x: 'view' })
    expect(manifest.components['c/x']).toMatchObject({
      componentGenerics: { g: null, h: 'c/y' },
      styleIsolation: 'apply-shared',
      pureDataPattern: '^_',
    })
    expect(manifest.components['c/y']).toBeDefined()
  })

  it('an independent subpackage knows nothing of the app', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'app.json': JSON.stringify({
          pages: ['pages/a/a'],
          usingComponents: { x: '/c/x' },
          subpackages: [{ root: 'alone', pages: ['p'], independent: true }],
        }),
        ...component('c/x'),
        'app.wxss': 'page { color: red }',
        'alone/p.js': '',
        'alone/p.wxml': '',
      }),
    )
    expect(manifest.components['alone/p']).toMatchObject({ usingComponents: {}, styles: [] })
  })

  it('a custom tab bar is a component although nobody uses it', async () => {
    const { manifest } = await buildClean(
      makeProject({
        'app.json':
          '{ "pages": ["pages/a/a", "b"], "tabBar": { "custom": true, "list": [{ "pagePath": "pages/a/a" }, { "pagePath": "b" }] } }',
        'b.js': '',
        'b.wxml': '',
        ...component('custom-tab-bar/index'),
      }),
    )
    expect(manifest.components['custom-tab-bar/index']?.isComponent).toBe(true)
  })
})

describe('style scopes', () => {
  const cases: [name: string, json: string, script: string, isShared: boolean][] = [
    ['a component keeps its classes to itself', '{}', '', false],
    ['apply-shared too', '{ "styleIsolation": "apply-shared" }', '', false],
    ['shared does not', '{ "styleIsolation": "shared" }', '', true],
    ['nor in the options of the script', '{}', "Component({ options: { styleIsolation: 'shared' } })", true],
    ['comments do not count', '{}', "Component({\n  // styleIsolation: 'shared'\n})", false],
  ]
  it.each(cases)('%s', async (_name, json, script, isShared) => {
    const { manifest, files } = await buildProject(
      makeProject({
        'pages/a/a.json': '{ "usingComponents": { "x": "/c/x" } }',
        'c/x.json': JSON.stringify({ component: true, ...JSON.parse(json) }),
        'c/x.js': script,
        'c/x.wxml': '',
        'c/x.wxss': '.k { color: red }',
      }),
    )
    const { styleScope, styles } = manifest!.components['c/x']!
    expect(styleScope === '').toBe(isShared)
    expect(styles).toEqual(['c/x'])
    const css = JSON.parse(files.get('packages/main/styles.json') as string)['c/x']
    expect(css).toContain(isShared ? '.k' : `.${styleScope}--k`)
  })

  it('pages share with the app, unless they say otherwise', async () => {
    const { manifest } = await buildProject(
      makeProject({
        'app.json': '{ "pages": ["pages/a/a", "b"] }',
        'app.wxss': 'page { color: red }',
        'pages/a/a.wxss': '.a { color: red }',
        'b.js': '',
        'b.wxml': '',
        'b.wxss': '.a { color: red }',
        'b.json': '{ "styleIsolation": "page-isolated" }',
      }),
    )
    expect(manifest!.components['pages/a/a']).toMatchObject({ styleScope: '', styles: ['app', 'pages/a/a'] })
    expect(manifest!.components['b']).toMatchObject({ styles: ['b'] })
    expect(manifest!.components['b']!.styleScope).not.toBe('')
  })
})

describe('files', () => {
  it('are those that are no sources and no configuration', async () => {
    const { manifest, files } = await buildClean(
      makeProject({
        'project.config.json':
          '{ "cloudfunctionRoot": "cloud/", "packOptions": { "ignore": [{ "type": "folder", "value": "docs" }, { "type": "suffix", "value": ".mp3" }], "include": [{ "type": "file", "value": "docs/KEEP.png" }] } }',
        'images/a.png': new Uint8Array([1, 2, 3]),
        'data/cities.json': '[]',
        'pages/a/a.json': '{}',
        'package.json': '{}',
        'README.md': '#',
        'docs/b.png': 'b',
        'docs/keep.png': 'k',
        'sound.mp3': 's',
        'cloud/f/data.json': '[]',
        'node_modules/x/c.png': 'c',
        '.git/d.png': 'd',
      }),
    )
    expect(manifest.files).toEqual({ 'images/a.png': 3, 'data/cities.json': 2, 'docs/keep.png': 1 })
    expect(files.get('files/images/a.png')).toEqual(new Uint8Array([1, 2, 3]))
  })
})

it('diagnostics come in the order of files and places, each once', async () => {
  const { diagnostics } = await buildProject(
    makeProject({ 'pages/a/a.wxml': '<b-b/>\n<a-a/>{{a?.b}}', 'pages/a/a.json': '{ "usingComponents": 1 }' }),
  )
  expect(summarise(diagnostics)).toEqual([
    'error json-wrong-type pages/a/a.json:1:22',
    'warning tag-unknown pages/a/a.wxml:1:1',
    'warning tag-unknown pages/a/a.wxml:2:1',
    'error expression-unsupported pages/a/a.wxml:2:10',
  ])
})
