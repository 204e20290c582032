import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHost, startTestHost } from '../harness/container-page'
import { begin, button, call, withProgram } from './calls'
import { startAgain } from './start-again'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

/** The host that embeds the program notes what it is asked for. */
const REMEMBER = () => {
  const element = document.querySelector('mini-program') as HTMLElement & { settings: object; reload(): void }
  const asked: unknown[] = ((window as any).asked = [])
  element.settings = {
    openProgram: async (request: unknown) => void asked.push(request),
    returnToOpener: async (extraData: unknown) => void asked.push(['back', extraData]),
  }
  element.reload()
}

describe('other programs', () => {
  test('are opened by the host after the user agreed, in released versions only', () =>
    withProgram(host, {}, async (opened) => {
      await startAgain(opened, REMEMBER)
      const request = { appId: 'wx1111111111111111', path: 'pages/a?b=1', extraData: { c: 1 } }
      const refused = await begin(opened, 'navigateToMiniProgram', request)
      await button(opened, 'Cancel').click()
      expect((await refused()).error).toEqual({ message: 'cancel' })
      const agreed = await begin(opened, 'navigateToMiniProgram', { ...request, envVersion: 'trial' })
      await button(opened, 'Allow').click()
      expect(await agreed()).not.toHaveProperty('error')
      expect((await call(opened, 'navigateToMiniProgram', {})).error).toEqual({ message: 'invalid appid' })
      expect(await call(opened, 'navigateBackMiniProgram', { extraData: 1 })).not.toHaveProperty('error')
      expect(await opened.page.evaluate(() => (window as any).asked)).toEqual([
        { ...request, envVersion: 'release', embedded: false },
        ['back', 1],
      ])
    }))

  test('stay closed where the host opens none', () =>
    withProgram(host, {}, async (opened) => {
      const { error } = await call(opened, 'navigateToMiniProgram', { appId: 'wx1111111111111111' })
      expect(error).toEqual({ message: 'this host opens no other mini programs' })
      expect((await call(opened, 'navigateBackMiniProgram')).error).toEqual({
        message: 'no referrer mini program',
      })
    }))
})

test('a picture is shown to be kept', () =>
  withProgram(
    host,
    {
      manifest: { files: { 'a.svg': 60, 'a.txt': 1 } },
      files: {
        'files/a.svg': {
          type: 'image/svg+xml',
          body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        },
        'files/a.txt': { type: 'text/plain', body: 'x' },
      },
    },
    async (opened) => {
      const download = opened.page.waitForEvent('download')
      const answer = await begin(opened, 'showShareImageMenu', { path: '/a.svg' })
      await button(opened, 'Save').click()
      expect((await download).suggestedFilename()).toBe('picture.svg')
      expect(await answer()).not.toHaveProperty('error')
      const { error } = await call(opened, 'showShareImageMenu', { path: '/a.txt' })
      expect(error).toEqual({ message: 'the file is not a picture' })
    },
  ))
