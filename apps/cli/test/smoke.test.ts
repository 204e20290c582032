import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCli } from './harness/run-cli'
import { useTemporaryFolder } from './harness/temporary-folder'
import type { PageReport, SmokeReport } from '../src/smoke/report'

const folder = useTemporaryFolder()

function page(path: string, script: string, template: string): Record<string, string> {
  return { [`${path}.js`]: script, [`${path}.wxml`]: template }
}

const PROGRAM = {
  'project.config.json': '{ "miniprogramRoot": "src/" }',
  'src/app.json': JSON.stringify({
    pages: ['pages/fine', 'pages/throws', 'pages/offline', 'pages/empty', 'pages/moves', 'pages/late'],
  }),
  'src/app.js': 'App({})',
  'src/lib/fail.ts': 'export function fail(): never {\n\n  throw new TypeError("on purpose")\n}',
  ...page(
    'src/pages/fine',
    'Page({ data: { n: 2 } })',
    '<view>Hello <text>{{n}}</text></view><image src="/no.png"/>',
  ),
  ...page(
    'src/pages/throws',
    'const { fail } = require("../lib/fail")\nPage({\n  onLoad() { fail() },\n})',
    '<view>still drawn</view>',
  ),
  ...page(
    'src/pages/offline',
    `Page({
      onLoad() { wx.request({ url: "http://no-such-host.invalid/a" }) },
      async onReady() { await wx.cloud.callFunction({ name: 'f' }) },
    })`,
    '<view>waiting</view>',
  ),
  ...page('src/pages/empty', 'Page({})', '<view wx:if="{{shown}}">x</view>'),
  ...page('src/pages/moves', 'Page({ onLoad() { wx.redirectTo({ url: "/pages/fine" }) } })', '<view/>'),
  ...page(
    'src/pages/late',
    'Page({ onReady() { Promise.reject(new Error("nobody listens")); setTimeout(() => { missing() }, 50) } })',
    '<view>late</view>',
  ),
}

test('every page is opened, and told apart: fine, broken, without a backend, empty, moved on', async () => {
  const project = folder.project('program', PROGRAM)
  const [json, shots] = [folder.path('report.json'), folder.path('shots')]
  const { code, stderr } = await runCli(['smoke', project, '--json', json, '--screenshots', shots])
  const report = JSON.parse(readFileSync(json, 'utf8')) as SmokeReport
  const pages = Object.fromEntries(report.pages.map((one) => [one.route, one])) as Record<string, PageReport>

  expect(report).toMatchObject({ ok: false, build: { errors: 0 } })
  expect(report.pages.map(({ route }) => route)).toEqual(JSON.parse(PROGRAM['src/app.json']).pages)
  expect(pages['pages/fine']).toMatchObject({
    ok: true,
    textLength: 7,
    errors: [{ kind: 'missing-file', message: 'no.png: HTTP 404' }],
  })
  expect(pages['pages/fine']!.nodeCount).toBeGreaterThanOrEqual(3)
  expect(pages['pages/fine']!.firstRenderMs).toBeGreaterThan(0)
  expect(pages['pages/throws']).toMatchObject({
    ok: false,
    textLength: 11,
    errors: [{ kind: 'uncaught', file: 'src/lib/fail.ts', line: 3 }],
  })
  expect(pages['pages/throws']!.errors[0]!.message).toContain('on purpose')
  expect(pages['pages/offline']).toMatchObject({ ok: true })
  expect(pages['pages/offline']!.errors.map(({ kind, message }) => `${kind} ${message}`).sort()).toEqual([
    expect.stringContaining('api-failure Error: cloud.callFunction:fail'),
    expect.stringContaining('network GET http://no-such-host.invalid/a'),
  ])
  expect(pages['pages/empty']).toMatchObject({ ok: true, textLength: 0, errors: [] })
  expect(pages['pages/moves']).toMatchObject({ ok: true, finalRoute: 'pages/fine', textLength: 7 })
  expect(pages['pages/late']!.errors.map(({ kind }) => kind).sort()).toEqual([
    'uncaught',
    'unhandled-rejection',
  ])

  expect(readdirSync(shots).sort()).toEqual(
    report.pages.map(({ route }) => `${route.replace('/', '_')}.png`).sort(),
  )
  expect(code).toBe(1)
  expect(stderr).toContain('4 of 6 pages opened without an uncaught error')
})

test('--page picks pages and gives them a query; all well is exit code 0', async () => {
  const project = folder.project('program', {
    ...PROGRAM,
    ...page('src/pages/fine', 'Page({ onLoad({ n }) { this.setData({ n }) } })', '<view>{{n}}</view>'),
  })
  const { code, stdout } = await runCli(['smoke', project, '--json', '-', '--page', 'pages/fine?n=seven'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout).pages).toMatchObject([{ route: 'pages/fine?n=seven', ok: true, textLength: 5 }])
  expect(JSON.parse(stdout).pages).toHaveLength(1)

  const unknown = await runCli(['smoke', project, '--page', 'pages/nowhere'])
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('pages/nowhere is not a page of this program')
})

test('a project that does not build is told with its diagnostics', async () => {
  const { code, stderr } = await runCli(['smoke', folder.project('program', { 'a.txt': 'x' })])
  expect(code).toBe(1)
  expect(stderr).toContain('app.json')
})
