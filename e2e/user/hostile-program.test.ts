import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveProject, type ServedProject, writeProject } from '@sampan/testing'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What a page of the hostile program reports: name of the attempt → 'blocked' or what it got. */
type Report = Record<string, string>

interface PreviewEvent {
  name: string
  detail: { args?: unknown[]; message?: string }
}
declare const sampanPreview: { events: PreviewEvent[] }

const ATTEMPT = `
const report = {};
const attempt = (name, run) => {
  try {
    const got = run();
    report[name] = got === undefined || got === null ? 'blocked' : 'got ' + typeof got;
  } catch (error) { report[name] = 'blocked'; }
};
const finish = () => console.log('REPORT ' + JSON.stringify(report));
`

const PAGES: Record<string, { js: string; wxml?: string; wxs?: string }> = {
  reach: {
    js: `${ATTEMPT}
      const realGlobal = (function () { return this })() || Function('return this')();
      attempt('document', () => realGlobal.document);
      attempt('window', () => realGlobal.window);
      attempt('parent', () => realGlobal.parent);
      attempt('cookies', () => realGlobal.document.cookie);
      attempt('localStorage', () => realGlobal.localStorage);
      attempt('indexedDB', () => realGlobal.indexedDB);
      attempt('caches', () => realGlobal.caches);
      attempt('fetch', () => realGlobal.fetch);
      attempt('XMLHttpRequest', () => realGlobal.XMLHttpRequest);
      attempt('WebSocket', () => realGlobal.WebSocket);
      attempt('EventSource', () => realGlobal.EventSource);
      attempt('importScripts', () => realGlobal.importScripts);
      attempt('what late parts share', () => realGlobal.__sampanShared);
      attempt('postMessage', () => realGlobal.postMessage);
      attempt('Worker', () => realGlobal.Worker);
      attempt('Blob', () => realGlobal.Blob);
      attempt('URL', () => realGlobal.URL);
      attempt('BroadcastChannel', () => realGlobal.BroadcastChannel);
      attempt('navigator', () => realGlobal.navigator);
      attempt('names of the prototype', () => Object.getPrototypeOf(realGlobal).importScripts);
      attempt('eval', () => (0, eval)('1 + 1'));
      attempt('Function', () => new Function('return 1')());
      attempt('Function of a function', () => (function () {}).constructor('return 1')());
      attempt('AsyncFunction', () => (async function () {}).constructor('return 1')());
      attempt('GeneratorFunction', () => (function* () {}).constructor('return 1')());
      attempt('setTimeout of text', () => { let ran; realGlobal.ran = undefined; setTimeout('ran = 1', 0); return undefined });
      Page({ onReady() {
        import('data:text/javascript,export default 1').then(() => { report['import of data'] = 'got module' }, () => { report['import of data'] = 'blocked' })
          .then(() => import('ORIGIN/leak.js')).then(() => { report['import of a URL'] = 'got module' }, () => { report['import of a URL'] = 'blocked' })
          .then(() => { report['text ran'] = realGlobal.ran === 1 ? 'got it' : 'blocked'; finish() })
      } })`,
  },
  pollute: {
    js: `${ATTEMPT}
      Object.prototype.polluted = 'yes';
      Array.prototype.polluted = 'yes';
      Page({ data: { ['__proto__']: { x: 1 } }, onReady() {
        const evil = JSON.parse('{"__proto__":{"polluted":"host"},"constructor":{"prototype":{"polluted":"host"}}}');
        const calls = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
        let left = calls.length;
        this.setData({ evil });
        wx.setStorage({ key: '__proto__', data: evil, complete() {
          wx.showToast({ title: 'x', ...evil, complete: () => finish() });
        } });
        for (const name of calls) attempt('wx.' + name + ' as an API', () => { const f = wx[name]; return typeof f === 'function' && f !== Object.prototype[name] ? f : undefined });
      } })`,
  },
  wxs: {
    wxml: `<wxs module="m" src="./attack.wxs"/><text>{{m.run()}}</text><view change:x="{{m.attack}}" x="1"/>`,
    wxs: `
      function reach(name, run) { var got; try { got = run() } catch (e) { return name + '=blocked;' } return name + '=' + (got === undefined || got === null ? 'blocked' : 'got') + ';' }
      function run() {
        var text = 'WXS ';
        text += reach('this', function () { return (function () { return this })() });
        text += reach('window', function () { return window });
        text += reach('document', function () { return document });
        text += reach('globalThis', function () { return globalThis });
        text += reach('constructor', function () { return ''.constructor.constructor('return 1')() });
        text += reach('computed', function () { var k = 'constru' + 'ctor'; return run[k]('return 1')() });
        text += reach('proto', function () { return ({})['__pro' + 'to__'].polluted });
        return text;
      }
      function write() {
        return reach('field of a built-in', function () { ''.replace.left = 1; return ''.replace.left }) +
          reach('method of a built-in', function () { [].push.call = function () {}; return 1 });
      }
      module.exports = { run: run, attack: function (v, o, owner, instance) { owner.callMethod('told', run() + write()) } };`,
    js: `${ATTEMPT} Page({ told(text) { report.frame = text; finish() } })`,
  },
  loop: {
    js: `Page({ onReady() { console.log('REPORT {}'); setTimeout(() => { while (true) {} }, 50) } })`,
  },
  flood: {
    wxml: '<text>{{n}}</text>',
    js: `Page({ data: { n: 0 }, onReady() { console.log('REPORT {}'); const go = () => { for (let i = 0; i < 200; i++) this.setData({ n: this.data.n + 1 }); setTimeout(go, 0) }; go(); const calls = () => { for (let i = 0; i < 500; i++) wx.showToast({ title: String(i), fail() {} }); setTimeout(calls, 0) }; calls() } })`,
  },
  viewloop: {
    wxml: `<wxs module="m">module.exports = { spin: function () { while (true) {} } }</wxs><view change:x="{{m.spin}}" x="1"/><text>there</text>`,
    js: `Page({ onReady() { console.log('REPORT {}') } })`,
  },
}

let browser: Browser
let served: ServedProject
let leaks: string[] = []
const leakServer = createServer((request, response) => {
  leaks.push(request.url ?? '')
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
  response.end('export default 1')
})
let project: ReturnType<typeof writeProject>

beforeAll(async () => {
  await new Promise<void>((resolve) => leakServer.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(leakServer.address() as AddressInfo).port}`
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: Object.keys(PAGES).map((name) => `pages/${name}/${name}`) }),
    'app.js': 'App({})',
    'project.config.json': JSON.stringify({ appid: 'wx0000000000000666', setting: { urlCheck: true } }),
  }
  for (const [name, page] of Object.entries(PAGES)) {
    files[`pages/${name}/${name}.js`] = page.js.replaceAll('ORIGIN', origin)
    files[`pages/${name}/${name}.wxml`] = page.wxml ?? `<text>${name}</text>`
    if (page.wxs) files[`pages/${name}/attack.wxs`] = page.wxs
  }
  project = writeProject(files)
  served = await serveProject(project.folder)
  const { path: executablePath } = await findBrowser({ install: true })
  browser = await chromium.launch({ executablePath, args: browserArguments() })
})

afterAll(async () => {
  await browser?.close()
  served?.stop()
  project?.remove()
  leakServer.closeAllConnections()
  leakServer.close()
})

/** Opens a page of the program in a host whose cookie and storage hold secrets, and waits for its report. */
async function attack(name: string): Promise<{ page: Page; report: Report }> {
  leaks = []
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    try {
      localStorage.setItem('secret', 'host')
      document.cookie = 'secret=host'
    } catch {
      // A page frame: it has neither.
    }
  })
  await page.goto(served.previewUrl(`pages/${name}/${name}`))
  const text = await page.waitForFunction(
    () => {
      for (const { name, detail } of sampanPreview.events) {
        const first = detail.args?.[0]
        if (name === 'console' && typeof first === 'string' && first.startsWith('REPORT '))
          return first.slice(7)
      }
      return undefined
    },
    undefined,
    { timeout: 30_000 },
  )
  return { page, report: JSON.parse(String(await text.jsonValue())) as Report }
}

function expectAllBlocked(report: Report): void {
  expect(Object.entries(report).filter(([, outcome]) => outcome !== 'blocked')).toEqual([])
  expect(Object.keys(report).length).toBeGreaterThan(0)
}

/** The host's own thread answers, and its program can be closed. */
async function expectUsableHost(page: Page): Promise<void> {
  const delays = await page.evaluate(async () => {
    const found: number[] = []
    for (let i = 0; i < 5; i++) {
      const startMs = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 20))
      found.push(performance.now() - startMs)
    }
    return found
  })
  expect(Math.max(...delays)).toBeLessThan(2_000)
  const isClosed = await page.evaluate(async () => {
    const element = document.querySelector('mini-program') as HTMLElement & { close(): void; isOpen: boolean }
    // The container may have ended it already, for what it did.
    if (!element.isOpen) return true
    const closed = new Promise((resolve) => element.addEventListener('closed', resolve, { once: true }))
    element.close()
    await closed
    return !element.isOpen
  })
  expect(isClosed).toBe(true)
}

describe('a hostile program', () => {
  it('reaches no global of the browser and compiles no code', async () => {
    const { page, report } = await attack('reach')
    expectAllBlocked(report)
    expect(leaks).toEqual([])
    await page.context().close()
  })

  it('pollutes no prototype of the host', async () => {
    const { page, report } = await attack('pollute')
    expectAllBlocked(report)
    const found = await page.evaluate(() => ({
      object: ({} as Record<string, unknown>).polluted,
      array: ([] as unknown as Record<string, unknown>).polluted,
      secret: localStorage.getItem('secret'),
    }))
    expect(found).toEqual({ object: undefined, array: undefined, secret: 'host' })
    await page.context().close()
  })

  it('reaches nothing from WXS, in the worker or in the frame', async () => {
    const { page, report } = await attack('wxs')
    expect(report.frame).toMatch(/^WXS /)
    expect(report.frame).not.toContain('=got')
    const texts = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.body.innerText)),
    )
    expect(texts.join()).toContain('WXS ')
    expect(texts.join()).not.toContain('=got')
    await page.context().close()
  })

  it.each(['loop', 'flood', 'viewloop'])('leaves the host usable and can be closed: %s', async (name) => {
    const { page } = await attack(name)
    await page.waitForTimeout(500)
    await expectUsableHost(page)
    await page.context().close()
  })
})
