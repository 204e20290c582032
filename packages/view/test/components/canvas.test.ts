import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markedPicture } from './marked-picture'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({
    '/files/p.svg': { type: 'image/svg+xml', body: markedPicture(40, 40) },
  })
})
afterAll(() => test.close())

type Command = [string, ...unknown[]]
const draw = (reserve: boolean, ...commands: Command[]) =>
  test.page.evaluate(([keep, list]) => harness.call('wx-canvas', 'draw', [keep, list]), [
    reserve,
    commands,
  ] as const)
/** Colour of a point in CSS px, as the worker would read it. */
const colourAt = (x: number, y: number) =>
  test.page.evaluate(
    async ([left, top]) => {
      const region = { x: left, y: top, width: 1, height: 1 }
      const pixels = (await harness.call('wx-canvas', 'getImageData', [region])) as {
        data: Uint8ClampedArray
      }
      return [...pixels.data]
    },
    [x, y] as const,
  )
const RED = [255, 0, 0, 255]
const BLUE = [0, 0, 255, 255]
const NOTHING = [0, 0, 0, 0]

describe('legacy canvas', () => {
  it('is 300 by 150 and draws in CSS px; draw without reserve begins with nothing', async () => {
    await test.mount(['canvas', { 'canvas-id': 'c' }])
    expect(await test.rect('wx-canvas')).toMatchObject({ width: 300, height: 150 })
    await draw(false, ['setFillStyle', '#f00'], ['fillRect', 10, 10, 50, 50])
    expect(await colourAt(59, 59)).toEqual(RED)
    expect(await colourAt(61, 61)).toEqual(NOTHING)
    await draw(true, ['set', 'fillStyle', 'blue'], ['fillRect', 0, 0, 5, 5])
    expect([await colourAt(2, 2), await colourAt(59, 59)]).toEqual([BLUE, RED])
    await draw(false)
    expect(await colourAt(59, 59)).toEqual(NOTHING)
  })

  it('keeps no state from draw to draw, however unbalanced', async () => {
    await test.mount(['canvas', { 'canvas-id': 'c' }])
    await draw(false, ['translate', 100, 0], ['save'], ['save'], ['rect', 0, 0, 5, 5], ['clip'])
    await draw(true, ['restore'], ['restore'], ['fillRect', 0, 0, 10, 10])
    expect(await colourAt(8, 8)).toEqual([0, 0, 0, 255])
  })

  it('draws pictures, gradients, patterns, text and transforms', async () => {
    await test.mount(['canvas', { 'canvas-id': 'c', style: 'width:300px;height:300px' }])
    await draw(
      false,
      ['drawImage', 'p.svg', 10, 10, 80, 80],
      ['drawImage', 'p.svg', 0, 0, 15, 15, 100, 10, 30, 30],
      [
        'setFillStyle',
        {
          gradient: 'linear',
          x0: 0,
          y0: 100,
          x1: 300,
          y1: 100,
          stops: [
            [0, 'red'],
            [1, 'blue'],
          ],
        },
      ],
      ['fillRect', 0, 100, 300, 40],
      [
        'set',
        'fillStyle',
        {
          gradient: 'circular',
          x: 60,
          y: 200,
          r: 50,
          stops: [
            [0, '#fff'],
            [1, 'green'],
            [2, 'x'],
          ],
        },
      ],
      ['fillRect', 10, 150, 100, 100],
      ['setFillStyle', { pattern: 'p.svg', repetition: 'repeat' }],
      ['fillRect', 120, 150, 80, 80],
      ['setFillStyle', '#333'],
      ['setFontSize', 24],
      ['setTextAlign', 'center'],
      ['setTextBaseline', 'middle'],
      ['fillText', '你好 canvas', 150, 270],
      ['save'],
      ['translate', 250, 200],
      ['rotate', Math.PI / 4],
      ['setShadow', 4, 4, 6, 'rgba(0,0,0,.5)'],
      ['setFillStyle', 'orange'],
      ['fillRect', -20, -20, 40, 40],
      ['restore'],
      ['setTransform', 1, 0, 0, 1, 260, 20],
      ['beginPath'],
      ['arc', 10, 10, 20, 0, Math.PI * 1.5],
      ['setLineWidth', 4],
      ['setLineDash', [6, 3], 2],
      ['setStrokeStyle', 'purple'],
      ['stroke'],
    )
    await test.screenshot('canvas-legacy')
    expect(await colourAt(2, 120)).toEqual(expect.arrayContaining([expect.any(Number)]))
    const [left, right] = [await colourAt(3, 120), await colourAt(296, 120)]
    expect(left[0]! > 240 && right[2]! > 240).toBe(true)
    expect(await colourAt(110, 20)).toEqual([0xee, 0x33, 0x33, 255])
    expect(await test.events('error')).toEqual([])
  })

  it('what cannot be drawn is reported and the rest is drawn', async () => {
    await test.mount(['canvas', { 'canvas-id': 'c' }])
    await draw(
      false,
      ['drawImage', 'none.png', 0, 0],
      ['arc', 1, 1, -5, 0, 1],
      ['constructor', 'x'],
      ['set', '__proto__', {}],
      ['moveTo'],
      ['setFillStyle', 'red'],
      ['fillRect', 0, 0, 10, 10],
    )
    const errors = (await test.events('error')).map((event) => (event.detail as { errMsg: string }).errMsg)
    expect(errors[0]).toMatch(/^drawImage:fail failed to load image .*none\.png/)
    expect(errors[1]).toMatch(/^arc:fail/)
    expect(errors).toHaveLength(2)
    expect(await colourAt(5, 5)).toEqual(RED)
  })

  it('keeps what was drawn when its size changes', async () => {
    await test.mount(['canvas', { 'canvas-id': 'c' }])
    await draw(false, ['setFillStyle', 'red'], ['fillRect', 0, 0, 10, 10])
    await test.set('wx-canvas', { style: 'width:200px;height:200px' })
    await draw(true, ['setFillStyle', 'blue'], ['fillRect', 190, 190, 10, 10])
    expect([await colourAt(5, 5), await colourAt(195, 195)]).toEqual([RED, BLUE])
  })

  it('exports files and takes pixels back', async () => {
    await test.mount(['canvas', { 'canvas-id': 'c' }])
    await draw(false, ['setFillStyle', 'red'], ['fillRect', 0, 0, 300, 150])
    const file = await test.page.evaluate(async () => {
      const options = {
        x: 10,
        y: 10,
        width: 100,
        height: 50,
        destWidth: 50,
        destHeight: 25,
        fileType: 'jpg',
        quality: 0.8,
      }
      const made = (await harness.call('wx-canvas', 'toTempFile', [options])) as Record<string, unknown>
      const bytes = new Uint8Array(made.bytes as ArrayBuffer)
      return { ...made, bytes: [...bytes.slice(0, 3)] }
    })
    expect(file).toEqual({ bytes: [0xff, 0xd8, 0xff], fileType: 'jpg', width: 50, height: 25 })
    await test.page.evaluate(() => {
      const data = new Uint8ClampedArray(16).fill(0)
      for (let i = 0; i < 16; i += 4) data.set([0, 0, 255, 255], i)
      return harness.call('wx-canvas', 'putImageData', [{ x: 20, y: 20, width: 2, height: 2 }, data])
    })
    expect([await colourAt(21, 21), await colourAt(22, 22)]).toEqual([BLUE, RED])
    await expect(
      test.call('wx-canvas', 'putImageData', { x: 0, y: 0, width: 9, height: 9 }, []),
    ).rejects.toThrow('fail invalid data')
  })

  it('tells touches relative to itself and holds the page still when asked', async () => {
    await test.mount(
      ['view', { style: 'height:40px' }],
      ['canvas', { 'canvas-id': 'c', 'disable-scroll': true, style: 'margin-left:30px' }],
      ['view', { style: 'height:2000px' }],
    )
    const point = await test.page.evaluate(() =>
      (
        harness.find('wx-canvas') as unknown as { relativeTouch(x: number, y: number): unknown }
      ).relativeTouch(50, 60),
    )
    expect(point).toEqual({ x: 20, y: 20 })
    await test.swipe([100, 150], [100, 60])
    expect(await test.page.evaluate(() => scrollY)).toBe(0)
  })
})

describe('canvas of type 2d and webgl', () => {
  it('hands its canvas over once, and shows what a worker draws on it', async () => {
    await test.mount(['canvas', { id: 'canvas', type: '2d' }], ['canvas', { id: 'gl', type: 'webgl' }])
    const result = await test.page.evaluate(async () => {
      const code = `onmessage = ({ data: { first, second } }) => {
        first.offscreen.width = first.width * 2
        first.offscreen.height = first.height * 2
        const draw = first.offscreen.getContext('2d')
        draw.fillStyle = 'red'
        draw.fillRect(0, 0, 600, 300)
        const gl = second.offscreen.getContext('webgl')
        gl.clearColor(0, 0, 1, 1)
        gl.clear(gl.COLOR_BUFFER_BIT)
        requestAnimationFrame(() => requestAnimationFrame(() => postMessage('drawn')))
      }`
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      const first = harness.find('#canvas').describeContext!() as Record<string, unknown>
      const second = harness.find('#gl').describeContext!() as Record<string, unknown>
      const again = harness.find('#canvas').describeContext!()
      const done = new Promise((resolve) => (worker.onmessage = resolve))
      worker.postMessage({ first, second }, [
        first.offscreen as OffscreenCanvas,
        second.offscreen as OffscreenCanvas,
      ])
      await done
      const show = document.createElement('canvas')
      const draw = show.getContext('2d')!
      const seen = (id: string) => {
        draw.drawImage(harness.find(id).shadowRoot!.querySelector('canvas')!, 0, 0, 10, 10)
        return [...draw.getImageData(5, 5, 1, 1).data]
      }
      return { first: { ...first, offscreen: 0 }, again, seen: [seen('#canvas'), seen('#gl')] }
    })
    const described = { type: 'canvas', canvasType: '2d', canvasId: '', width: 300, height: 150 }
    expect(result.first).toEqual({ ...described, offscreen: 0 })
    expect(result.again).toEqual(described)
    expect(result.seen).toEqual([RED, BLUE])
    await expect(test.call('wx-canvas', 'draw', false, [])).rejects.toThrow('canvas of type 2d')
  })

  it('presents pictures of a canvas that stayed in the worker', async () => {
    await test.mount(['canvas', { id: 'canvas', type: '2d' }])
    const size = await test.page.evaluate(async () => {
      const own = new OffscreenCanvas(60, 40)
      own.getContext('2d')!.fillRect(0, 0, 60, 40)
      await harness.call('#canvas', 'present', [await createImageBitmap(own)])
      const { width, height } = harness.find('#canvas').shadowRoot!.querySelector('canvas')!
      return [width, height]
    })
    expect(size).toEqual([60, 40])
  })
})
