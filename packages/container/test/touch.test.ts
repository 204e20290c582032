import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

/** A finger goes from the left edge through these places, px. */
async function swipe(opened: OpenProgram, ...path: number[]): Promise<void> {
  const session = await opened.page.context().newCDPSession(opened.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] })
  await touch('touchStart', 5)
  for (const x of path) await touch('touchMove', x)
  await touch('touchEnd')
  await session.detach()
}

const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }

test('a finger from the left edge draws the page away, or lets it come back', async () => {
  const opened = await host.open({
    withMotion: true,
    context: phone,
    attributes: { 'status-bar-height': '44' },
  })
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => program.call('navigateTo', { url: '/pages/detail/detail' }))
  await opened.waitForEvent('painted', 2)
  const offset = () =>
    opened.page.evaluate(() => {
      const pages = document
        .querySelector('mini-program')!
        .shadowRoot!.querySelectorAll('.page:not(.waiting)')
      return pages[pages.length - 1]!.getBoundingClientRect().left
    })
  await expect.poll(offset).toBe(0)
  await swipe(opened, 60, 180, 60, 12)
  await expect.poll(offset).toBe(0)
  expect((await opened.events('navigate')).length).toBe(2)
  await swipe(opened, 60, 180, 300)
  await opened.waitForEvent('navigate', 3)
  expect((await opened.events('navigate')).at(-1)).toMatchObject({
    type: 'navigateBack',
    route: 'pages/index/index',
  })
  await opened.page.waitForFunction(
    () => document.querySelector('mini-program')!.shadowRoot!.querySelectorAll('.page').length === 2,
  )
  await expect.poll(offset).toBe(0)
  await opened.close()
})

test('routes in quick succession end in the right place', async () => {
  const opened = await host.open({ withMotion: true, context: phone })
  await opened.waitForEvent('launched')
  await opened.inWorker((program) =>
    Promise.all([
      program.call('navigateTo', { url: '/pages/detail/detail?1' }),
      program.call('navigateTo', { url: '/pages/detail/detail?2' }),
      program.call('navigateBack'),
      program.call('redirectTo', { url: '/pages/detail/detail?3' }),
      program.call('navigateTo', { url: '/pages/detail/detail?4' }),
    ]),
  )
  const shown = () =>
    opened.page.evaluate(() =>
      [
        ...document
          .querySelector('mini-program')!
          .shadowRoot!.querySelectorAll<HTMLElement>('.page:not(.waiting)'),
      ].map(
        (page) =>
          `${page.classList.contains('covered') ? 'covered' : 'shown'} ${page.getAnimations().length} ${page.inert}`,
      ),
    )
  await expect.poll(shown).toEqual(['covered 0 true', 'covered 0 true', 'shown 0 false'])
  await opened.close()
})
