import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markedPicture } from './marked-picture'
import { openTestPage, type TestPage } from './open-page'

const wide = { type: 'image/svg+xml', body: markedPicture(400, 200) }
const tall = { type: 'image/svg+xml', body: markedPicture(100, 300, '#7a5') }
let test: TestPage

beforeAll(async () => {
  test = await openTestPage({ '/files/wide.svg': wide, '/files/tall.svg': tall })
})
afterAll(() => test.close())

describe('image', () => {
  it('has a size of 320 by 240 and tells its natural size on load', async () => {
    await test.mount(['image', { src: 'wide.svg' }])
    expect((await test.waitForEvent('load')).detail).toEqual({ width: 400, height: 200 })
    expect(await test.rect('wx-image')).toMatchObject({ width: 320, height: 240 })
  })

  it('widthFix and heightFix take the other side from the picture once it is there', async () => {
    await test.mount(
      ['image', { src: 'wide.svg', mode: 'widthFix', id: 'w', style: 'width:200px;height:33px' }],
      ['image', { src: 'wide.svg', mode: 'heightFix', id: 'h', style: 'height:50px' }],
      ['image', { src: 'none.svg', mode: 'widthFix', id: 'broken', style: 'width:200px' }],
      [
        'view',
        { style: 'display:flex;height:300px' },
        ['image', { src: 'wide.svg', mode: 'widthFix', id: 'flexed' }],
      ],
    )
    await test.waitForEvent('load', 3)
    await test.waitForEvent('error')
    expect(await test.rect('#w')).toMatchObject({ width: 200, height: 100 })
    expect(await test.rect('#h')).toMatchObject({ width: 100, height: 50 })
    expect(await test.rect('#broken')).toMatchObject({ width: 200, height: 240 })
    expect(await test.rect('#flexed')).toMatchObject({ width: 320, height: 160 })
    await test.set('#w', { mode: 'aspectFit' })
    expect(await test.rect('#w')).toMatchObject({ width: 200, height: 33 })
  })

  it('keeps to its modes whatever its display is', async () => {
    for (const display of ['block', 'flex;flex-direction:column', 'flex', 'inline-flex', 'grid']) {
      await test.mount(
        ['image', { src: 'wide.svg', id: 'plain', style: `display:${display};width:200px;height:60px` }],
        ['image', { src: 'wide.svg', mode: 'widthFix', id: 'w', style: `display:${display};width:200px` }],
        ['image', { src: 'wide.svg', mode: 'heightFix', id: 'h', style: `display:${display};height:50px` }],
      )
      await test.waitForEvent('load', 3)
      const sizes = []
      for (const id of ['#plain > img', '#w > img', '#h > img']) {
        const { width, height } = await test.rect(id)
        sizes.push([width, height])
      }
      expect(sizes, display).toEqual([
        [200, 60],
        [200, 100],
        [100, 50],
      ])
    }
  })

  it('without a height of its own it is 0 high, not as high as the picture', async () => {
    await test.mount(
      ['image', { src: 'wide.svg', id: 'auto', style: 'height:auto' }],
      [
        'view',
        { style: 'height:120px' },
        ['image', { src: 'wide.svg', id: 'full', style: 'width:100%;height:100%' }],
      ],
    )
    await test.waitForEvent('load', 2)
    expect(await test.rect('#auto')).toMatchObject({ height: 0 })
    expect(await test.rect('#full img')).toMatchObject({ width: 390, height: 120 })
  })

  it('reports a picture that cannot be loaded and recovers with the next one', async () => {
    await test.mount(['image', { src: 'none.svg' }])
    expect((await test.waitForEvent('error')).detail).toEqual({ errMsg: 'Failed to load image none.svg' })
    await test.set('wx-image', { src: 'tall.svg' })
    expect((await test.waitForEvent('load')).detail).toEqual({ width: 100, height: 300 })
    expect(await test.page.isVisible('wx-image img')).toBe(true)
    await test.set('wx-image', { src: '' })
    expect(await test.page.isVisible('wx-image img')).toBe(false)
  })

  it('lazy images far away do not load', async () => {
    await test.mount(
      ['view', { style: 'height:20000px' }],
      ['image', { src: 'wide.svg?lazy', 'lazy-load': true, id: 'lazy' }],
      ['image', { src: 'tall.svg?eager', id: 'eager' }],
    )
    expect((await test.waitForEvent('load')).target).toBe('eager')
    await test.page.evaluate(() => window.scrollTo(0, 20000))
    await test.waitForEvent('load', 2)
    await test.page.evaluate(() => window.scrollTo(0, 0))
  })

  it('styles of the program win over the defaults', async () => {
    await test.page.addStyleTag({
      content: 'wx-image { width: 50px } .round { height: 40px; border-radius: 50% }',
    })
    await test.mount(['image', { src: 'wide.svg', class: 'round' }])
    expect(await test.rect('wx-image')).toMatchObject({ width: 50, height: 40 })
    await test.page.evaluate(() => document.head.lastElementChild?.remove())
  })

  it('draws every mode', async () => {
    const modes = [
      ...[
        'scaleToFill',
        'aspectFit',
        'aspectFill',
        'widthFix',
        'heightFix',
        'top',
        'bottom',
        'center',
        'left',
      ],
      ...['right', 'top left', 'top right', 'bottom left', 'bottom right'],
    ]
    await test.mount(
      ...modes.map(
        (mode): ['view', Record<string, unknown>, ...never[]] =>
          [
            'view',
            { style: 'display:inline-block;width:120px;margin:4px;font-size:12px;vertical-align:top' },
            ['image', { src: 'wide.svg', mode, style: 'width:120px;height:100px;background:#ddd' }],
            mode,
          ] as never,
      ),
    )
    await test.waitForEvent('load', modes.length)
    await test.screenshot('image-modes')
    const fits = await test.page.$$eval('wx-image > img', (all) =>
      all.map((each) => `${getComputedStyle(each).objectFit} ${getComputedStyle(each).objectPosition}`),
    )
    expect(fits.slice(0, 3)).toEqual(['fill 50% 50%', 'contain 50% 50%', 'cover 50% 50%'])
    expect(fits.slice(5)).toEqual([
      ...['none 50% 0%', 'none 50% 100%', 'none 50% 50%', 'none 0% 50%', 'none 100% 50%'],
      ...['none 0% 0%', 'none 100% 0%', 'none 0% 100%', 'none 100% 100%'],
    ])
  })
})
