import { describe, expect, it } from 'vitest'
import { DIAGNOSTIC_CATALOGUE, translateDiagnostic } from '../src/index'
import { buildProject, makeProject, type ProjectContents, showPlaces, summarise } from './build-project'
import { loadPackage } from './run-bundle'

const app = (fields: object) => ({ 'app.json': JSON.stringify({ pages: ['pages/a/a'], ...fields }) })
const page = (path: string) => ({ [`${path}.js`]: '', [`${path}.wxml`]: '' })
const component = (path: string) => ({ ...page(path), [`${path}.json`]: '{ "component": true }' })
const using = (components: object, template = '') => ({
  'pages/a/a.json': JSON.stringify({ usingComponents: components }),
  'pages/a/a.wxml': template,
})
const tabs = (list: object[], more = {}) => ({
  ...page('b'),
  ...app({ pages: ['pages/a/a', 'b'], tabBar: { list, ...more } }),
})
const A = { pagePath: 'pages/a/a', text: 'A' }
const B = { pagePath: 'b', text: 'B' }

/** Every project still builds: `pages/a/a` is there afterwards. */
const broken: [name: string, changes: ProjectContents, expected: string[]][] = [
  [
    'app.json with an error',
    { 'app.json': '{\n  "pages": ["pages/a/a"]\n  "window": {}\n}' },
    ['error json-syntax app.json:3 "window"'],
  ],
  ['page JSON with an error', { 'pages/a/a.json': '{ "a": }' }, ['error json-syntax pages/a/a.json:1 }']],
  ['page JSON that is a list', { 'pages/a/a.json': '[]' }, ['error json-not-object pages/a/a.json:1 [']],
  ['an empty page JSON', { 'pages/a/a.json': '' }, []],
  [
    'JSON nested without end',
    { 'pages/a/a.json': '['.repeat(100_000) },
    ['error file-too-complex pages/a/a.json:1 ['],
  ],
  [
    'a wrong type',
    app({ debug: 'yes', window: [] }),
    ['error json-wrong-type app.json:1 "yes"', 'error json-wrong-type app.json:1 ['],
  ],
  [
    'a wrong word',
    app({ window: { navigationBarTextStyle: 'red' } }),
    ['warning json-wrong-value app.json:1 "red"'],
  ],
  [
    'a wrong colour',
    app({ window: { backgroundColor: '#12' } }),
    ['warning colour-invalid app.json:1 "#12"'],
  ],
  [
    'a key given twice',
    { 'pages/a/a.json': '{ "a": 1,\n "a": 2 }' },
    ['warning json-duplicate-key pages/a/a.json:2 "a"'],
  ],
  [
    'a root that is not there',
    { 'project.config.json': '{ "miniprogramRoot": "nowhere" }' },
    ['error root-missing project.config.json:1 "nowhere"'],
  ],
  [
    'packing rules that are none',
    {
      'project.config.json':
        '{ "packOptions": { "ignore": [{ "type": "regexp", "value": "(" }, { "type": "x", "value": "y" }] } }',
    },
    [
      'warning pack-rule-invalid project.config.json:1 "("',
      'warning pack-rule-invalid project.config.json:1 "y"',
    ],
  ],
  [
    'a missing page',
    app({ pages: ['pages/a/a', 'pages/no/no'] }),
    ['error page-missing app.json:1 "pages/no/no"'],
  ],
  [
    'a page without a script',
    { ...app({ pages: ['pages/a/a', 'b'] }), 'b.wxml': '' },
    ['error page-incomplete app.json:1 "b"'],
  ],
  [
    'a page listed twice',
    app({ pages: ['pages/a/a', 'pages/a/a'] }),
    ['warning page-duplicate app.json:1 "pages/a/a"'],
  ],
  ['a page outside', app({ pages: ['pages/a/a', '../b'] }), ['error path-outside app.json:1 "../b"']],
  ['a page without a name', app({ pages: ['pages/a/a', ''] }), ['error path-empty app.json:1 ""']],
  [
    'a page of the main package inside a subpackage',
    { ...app({ pages: ['pages/a/a', 's/p'], subpackages: [{ root: 's', pages: [] }] }), ...page('s/p') },
    ['warning page-in-subpackage app.json:1 "s/p"'],
  ],
  [
    'subpackages without a root',
    app({ subpackages: [{ pages: [] }, { root: '/', pages: [] }] }),
    ['error subpackage-root-missing app.json:1 {', 'error subpackage-root-missing app.json:1 "/"'],
  ],
  [
    'subpackages in each other',
    {
      ...page('s/t/p'),
      ...app({
        subpackages: [
          { root: 's', pages: [] },
          { root: 's/t', pages: ['p'] },
          { root: 's', pages: [] },
        ],
      }),
    },
    ['error subpackage-root-nested app.json:1 "s/t"', 'error subpackage-root-twice app.json:1 "s"'],
  ],
  [
    'a subpackage without files',
    app({ subpackages: [{ root: 's', pages: [] }] }),
    ['error subpackage-root-empty app.json:1 "s"'],
  ],
  ['an entry page that is none', app({ entryPagePath: 'b' }), ['error entry-page-missing app.json:1 "b"']],
  ['a tab bar with one tab', tabs([A]), ['error tab-bar-count app.json:1 [']],
  ['a tab that is no page', tabs([A, B, { pagePath: 'c' }]), ['error tab-bar-page app.json:1 "c"']],
  [
    'tab icons',
    {
      'i.gif': 'x',
      'big.png': new Uint8Array(41 * 1024),
      ...tabs([
        { ...A, iconPath: 'no.png' },
        { ...B, iconPath: 'i.gif', selectedIconPath: 'big.png' },
      ]),
    },
    [
      'error tab-bar-icon-missing app.json:1 "no.png"',
      'warning tab-bar-icon-type app.json:1 "i.gif"',
      'warning tab-bar-icon-size app.json:1 "big.png"',
    ],
  ],
  [
    'a custom tab bar that is not there',
    tabs([A, B], { custom: true }),
    ['error custom-tab-bar-missing app.json'],
  ],
  [
    'preload rules',
    app({ preloadRule: { b: {}, 'pages/a/a': { packages: ['x'] } } }),
    ['warning preload-rule-page app.json:1 {', 'warning preload-rule-package app.json:1 "x"'],
  ],
  [
    'a theme variable without a theme',
    app({ window: { backgroundColor: '@back' } }),
    ['error theme-file-missing app.json:1 "@back"'],
  ],
  [
    'a theme variable without a value',
    {
      ...app({ themeLocation: 'theme.json', window: { backgroundColor: '@back' } }),
      'theme.json': '{ "light": { "back": "#fff" } }',
    },
    ['error theme-variable-missing app.json:1 "@back"'],
  ],
  ['workers that are not there', app({ workers: 'w' }), ['error workers-missing app.json:1 "w"']],
  ['an alias without a star', app({ resolveAlias: { a: 'b' } }), ['warning resolve-alias app.json:1 "b"']],
  [
    'an extended library that is not there',
    app({ useExtendedLib: { weui: true } }),
    ['error extended-library-missing app.json:1 true'],
  ],
  [
    'private infos that exclude each other',
    app({ requiredPrivateInfos: ['getFuzzyLocation', 'getLocation'] }),
    ['warning private-infos-conflict app.json:1 "getLocation"'],
  ],
  [
    'an entrance that is no page',
    app({ entranceDeclare: { locationMessage: { path: 'b' } } }),
    ['warning entrance-page app.json:1 "b"'],
  ],
  [
    'a sitemap with a wrong word',
    { 'sitemap.json': '{ "rules": [{ "action": "permit", "page": "*" }] }' },
    ['warning json-wrong-value sitemap.json:1 "permit"'],
  ],
  [
    'components that contain each other',
    {
      ...using({ x: '/c/x' }, '<x/>'),
      ...component('c/x'),
      ...component('c/y'),
      'c/x.json': '{ "component": true, "usingComponents": { "y": "/c/y" } }',
      'c/x.wxml': '<view><block><y/></block></view>',
      'c/y.json': '{ "component": true, "usingComponents": { "x": "/c/x" } }',
      'c/y.wxml': '<view wx:if="{{a}}"><x/></view><x/>',
    },
    ['error component-endless c/y.wxml:1 <'],
  ],
  [
    'components that contain each other under conditions',
    {
      ...using({ x: '/c/x', z: '/c/z' }, '<x/>'),
      ...component('c/x'),
      ...component('c/z'),
      'c/x.json': '{ "component": true, "usingComponents": { "x": "/c/x", "z": "/c/z" } }',
      'c/x.wxml':
        '<view wx:for="{{list}}"><x/></view><z><x/></z><template name="t"><x/></template><view><x wx:if="{{a}}"/></view>',
      'c/z.wxml': '<slot/>',
    },
    [],
  ],
  ['a missing component', using({ x: '/c/x' }, '<x/>'), ['error component-missing pages/a/a.json:1 "/c/x"']],
  [
    'a component of a plugin',
    using({ x: 'plugin://p/x', y: 'dynamicLib://l/y' }, '<x/><y/>'),
    [
      'warning component-plugin pages/a/a.json:1 "plugin://p/x"',
      'warning component-plugin pages/a/a.json:1 "dynamicLib://l/y"',
    ],
  ],
  [
    'components of xr-frame: once in a program',
    {
      ...using({ x: '/c/x', y: '/c/y' }, '<x/><y/>'),
      'c/x.json': '{\n  "component": true,\n  "renderer": "xr-frame"\n}',
      'c/x.wxml': '<xr-scene><xr-node/></xr-scene>',
      'c/y.json': '{ "component": true, "renderer": "xr-frame" }',
      'c/y.wxml': '<xr-scene/>',
    },
    ['warning renderer-xr-frame c/x.json:3 "xr-frame"'],
  ],
  [
    'a component that does not say so',
    { ...using({ x: '/c/x' }), ...page('c/x') },
    ['info component-not-declared c/x.json:1'],
  ],
  [
    'a component of another package',
    { ...app({ subpackages: [{ root: 's', pages: [] }] }), ...using({ x: '/s/x' }), ...component('s/x') },
    ['warning component-other-package pages/a/a.json:1 "/s/x"'],
  ],
  [
    'an independent subpackage that uses the main one',
    {
      ...app({ subpackages: [{ root: 's', pages: ['p'], independent: true }] }),
      ...page('s/p'),
      's/p.json': '{ "usingComponents": { "x": "/c/x" } }',
      ...component('c/x'),
    },
    ['warning independent-uses-outside s/p.json:1 "/c/x"'],
  ],
  [
    'a generic without its default',
    {
      ...using({ x: '/c/x' }),
      ...page('c/x'),
      'c/x.json': '{ "component": true, "componentGenerics": { "g": { "default": "no" } } }',
    },
    ['warning generic-missing c/x.json:1 {'],
  ],
  [
    'an unknown tag',
    { 'pages/a/a.wxml': '<view>\n <no-such/></view>' },
    ['warning tag-unknown pages/a/a.wxml:2 <'],
  ],
  ['an HTML tag', { 'pages/a/a.wxml': '<div/>' }, ['info tag-html pages/a/a.wxml:1 <']],
  [
    'an unclosed tag',
    { 'pages/a/a.wxml': '<view>\n  <text>' },
    ['error template-end-tag pages/a/a.wxml:1 view', 'error template-end-tag pages/a/a.wxml:2 text'],
  ],
  [
    'a bad expression',
    { 'pages/a/a.wxml': '<view a="{{b +}}"/>' },
    ['error expression-syntax pages/a/a.wxml:1 }'],
  ],
  [
    'a missing import and include',
    { 'pages/a/a.wxml': '<import src="no.wxml"/><include src="/../x"/>' },
    [
      'error template-import-missing pages/a/a.wxml:1 no.wxml',
      'error template-import-missing pages/a/a.wxml:1 /../x',
    ],
  ],
  [
    'a template nobody defines',
    { 'pages/a/a.wxml': '<template is="t"/>' },
    ['warning template-not-defined pages/a/a.wxml:1 t'],
  ],
  [
    'a missing image',
    { 'pages/a/a.wxml': '<image src="no.png"/><image src="https://x.y/z.png"/>' },
    ['warning asset-missing pages/a/a.wxml:1 no.png'],
  ],
  [
    'a missing WXS file',
    { 'pages/a/a.wxml': '<wxs module="m" src="no.wxs"/>' },
    ['error wxs-missing pages/a/a.wxml:1 no.wxs'],
  ],
  [
    'WXS with an error',
    { 'pages/a/a.wxml': '<wxs module="m">\nvar a = ;</wxs>{{m.a}}' },
    ['error wxs-syntax pages/a/a.wxml:2 ;'],
  ],
  [
    'a WXS file that requires a missing one',
    { 'pages/a/a.wxml': '<wxs module="m" src="m.wxs"/>', 'pages/a/m.wxs': '\nrequire("./no.wxs")' },
    ['error wxs-missing pages/a/m.wxs:2 "./no.wxs"'],
  ],
  [
    'a script with an error',
    { 'pages/a/a.js': 'Page({\n  a: 1\n  b: 2\n})' },
    ['error script-syntax pages/a/a.js:3 b'],
  ],
  [
    'a missing module',
    { 'pages/a/a.js': "\nconst a = require('./no')" },
    ["warning module-missing pages/a/a.js:2 './no'"],
  ],
  ['a module of Node.js', { 'pages/a/a.js': "require('fs')" }, ["info module-node pages/a/a.js:1 'fs'"]],
  [
    'a style sheet that imports a missing one',
    { 'pages/a/a.wxss': '@import "no.wxss";' },
    ['warning style-import-missing pages/a/a.wxss:1 @import'],
  ],
  [
    'a huge script',
    { 'pages/a/a.js': '/'.repeat(10 * 1024 * 1024) },
    ['error file-too-large pages/a/a.js:1 ///////////////////////////////'],
  ],
  [
    'a huge template',
    { 'pages/a/a.wxml': '<a/>'.repeat(2_600_000) },
    ['error file-too-large pages/a/a.wxml:1 <'],
  ],
  [
    'a huge JSON',
    { 'pages/a/a.json': `{ "a": "${'x'.repeat(10 * 1024 * 1024)}" }` },
    ['error file-too-large pages/a/a.json:1 {'],
  ],
  [
    'a binary named .wxml',
    { 'pages/a/a.wxml': new Uint8Array([0x89, 0x50, 0, 0, 0xff, 0xd8]) },
    ['error file-not-text pages/a/a.wxml:1'],
  ],
  [
    'a binary named .js',
    { 'pages/a/a.js': new Uint8Array([0, 1, 2]) },
    ['error file-not-text pages/a/a.js:1'],
  ],
  [
    'another encoding',
    { 'pages/a/a.wxml': new Uint8Array([0x3c, 0x61, 0x2f, 0x3e, 0xc4, 0xe3]) },
    ['info tag-html pages/a/a.wxml:1', 'warning file-encoding pages/a/a.wxml:1'],
  ],
]

describe('a broken project is told where, and builds', () => {
  it.each(broken)('%s', async (_name, changes, expected) => {
    const contents = makeProject(changes)
    const result = await buildProject(contents)
    expect(showPlaces(result.diagnostics, contents)).toEqual(expected)
    expect(result.manifest!.pageOrder).toContain('pages/a/a')
    expect(Object.keys(loadPackage(result).templates)).toContain('pages/a/a')
  })
})

it('a file with problems without end does not hold up the rest', async () => {
  const contents = makeProject({
    'app.json': `{ "pages": ["pages/a/a", ${'1,'.repeat(100_000)}] }`,
    'pages/a/a.wxml': '</b>'.repeat(100_000),
  })
  const { diagnostics } = await buildProject(contents)
  expect(diagnostics.length).toBe(402)
  expect(diagnostics.filter(({ code }) => code === 'more-problems').map(({ file }) => file)).toEqual([
    'app.json',
    'pages/a/a.wxml',
  ])
})

describe('without a program', () => {
  it('no app.json', async () => {
    const { manifest, diagnostics, files } = await buildProject({ 'readme.md': '' })
    expect(manifest).toBeUndefined()
    expect(files.size).toBe(0)
    expect(summarise(diagnostics)).toEqual(['error app-json-missing '])
  })

  it('app.json that is nothing', async () => {
    for (const text of ['', 'null', '[]', '"x"', '{', new Uint8Array([0, 1])]) {
      const { manifest, diagnostics } = await buildProject({ 'app.json': text })
      expect(manifest?.pageOrder).toEqual([])
      expect(summarise(diagnostics).join()).toContain('pages-empty')
    }
  })

  it('a page that is missing hides no other', async () => {
    const { manifest } = await buildProject(makeProject(app({ pages: ['no/no', 'pages/a/a'] })))
    expect(manifest!.pageOrder).toEqual(['pages/a/a'])
    expect(manifest!.app.entryPagePath).toBe('pages/a/a')
  })
})

describe('the catalogue', () => {
  const parameters = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

  it.each(Object.entries(DIAGNOSTIC_CATALOGUE))(
    '%s has the same parameters in both languages',
    (_code, entry) => {
      const en: { message: string; help?: string } = entry.en
      const zh: { message: string; help?: string } = entry.zh
      expect(parameters(zh.message)).toEqual(parameters(en.message))
      expect(parameters(zh.help)).toEqual(parameters(en.help))
      expect(zh.message).toMatch(/[\u4e00-\u9fff]/)
      expect(en.message).not.toMatch(/[\u4e00-\u9fff]|\.$/)
    },
  )

  it('a diagnostic can be put into the other language', async () => {
    const { diagnostics } = await buildProject(makeProject(using({ x: '/c/x' })))
    expect(translateDiagnostic(diagnostics[0]!, 'zh')).toMatchObject({
      code: 'component-missing',
      message: 'usingComponents：x → /c/x 不存在',
      file: 'pages/a/a.json',
      line: 1,
    })
  })
})

it('a less file without a line is one without problems but that of the setting', async () => {
  const { diagnostics } = await buildProject(makeProject({ 'pages/a/a.less': '' }))
  expect(summarise(diagnostics)).toEqual(['warning style-plugin-off pages/a/a.less'])
})
