import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveProject, type ServedProject, writeProject } from '@sampan/testing'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

const project = writeProject({
  'app.json': JSON.stringify({ pages: ['pages/camera/camera'] }),
  'app.js': 'App({})',
  'pages/camera/camera.wxml': `<camera style="height: 300px" bindinitdone="opened" binderror="failed"/>
    <view id="state">{{state}}</view>`,
  'pages/camera/camera.js': `Page({
    data: { state: 'waiting' },
    say(state) { this.setData({ state }) },
    failed({ detail }) { this.say(detail.errMsg) },
    record(photo) {
      const camera = wx.createCameraContext()
      const fail = ({ errMsg }) => this.say(errMsg)
      const stop = () => camera.stopRecord({
        success: ({ tempVideoPath, tempThumbPath }) => this.say([photo, tempVideoPath, tempThumbPath].join(' ')),
        fail,
      })
      camera.startRecord({ success: () => setTimeout(stop, 300), fail })
    },
    opened() {
      const camera = wx.createCameraContext()
      camera.takePhoto({
        success: ({ tempImagePath }) => wx.getImageInfo({
          src: tempImagePath,
          success: ({ width, height, type }) => this.record([type, width > 0, height > 0].join(' ')),
          fail: ({ errMsg }) => this.say(errMsg),
        }),
        fail: ({ errMsg }) => this.say(errMsg),
      })
    },
  })`,
})

let browser: Browser
let served: ServedProject
beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: false })
  const devices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  ;[served, browser] = await Promise.all([
    serveProject(project.folder),
    chromium.launch({ executablePath, args: [...browserArguments(), ...devices] }),
  ])
})
afterAll(async () => {
  await browser?.close()
  served?.stop()
  project.remove()
})

async function openPage(answer: 'Allow' | 'Deny'): Promise<{ page: Page; state(): Promise<string | null> }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(served.previewUrl('pages/camera/camera'))
  await page.getByRole('button', { name: answer }).click()
  const frame = page.frameLocator('iframe[title="pages/camera/camera"]')
  return { page, state: () => frame.locator('#state').textContent() }
}

it('a page has the camera that the user gives leave to', async () => {
  const { page, state } = await openPage('Allow')
  await expect
    .poll(state, { timeout: 10_000 })
    .toMatch(/^jpeg true true wxfile:\/\/tmp\/\w+\.(webm|mp4|mkv) wxfile:\/\/tmp\/\w+\.jpe?g$/)
  await page.context().close()
})

it('a page has no camera without leave', async () => {
  const { page, state } = await openPage('Deny')
  await expect.poll(state, { timeout: 10_000 }).toBe('camera:fail auth deny')
  await page.context().close()
})
