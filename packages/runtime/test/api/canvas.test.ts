import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageView } from '../../src/api/api-context'
import { createCanvasApis } from '../../src/api/canvas/canvas'
import { type BrowserWorker, startBrowserWorker } from './browser-worker'
import { callApi, createFakeContext } from './fake-context'

type Context2d = Record<string, any>

/** A page with one legacy canvas, node 7, that keeps what it is told. */
function pageWithCanvas() {
  const calls: { node: number; method: string; args: any[] }[] = []
  const page = {
    findNode: (attribute: string, value: string) =>
      attribute === 'canvas-id' && value === 'paper' ? 7 : undefined,
    async callNode(node: number, method: string, args: unknown[]) {
      calls.push({ node, method, args: structuredClone(args) })
      if (method === 'getImageData') return { width: 1, height: 1, data: new Uint8ClampedArray([1, 2, 3, 4]) }
      if (method === 'toTempFile') {
        return { bytes: new TextEncoder().encode('PNG').buffer, fileType: 'png', width: 1, height: 1 }
      }
      return undefined
    },
  } as unknown as PageView
  const context = createFakeContext({
    page,
    answers: {
      addTemporaryFile: async ({ content }: { content: Blob }) => `wxfile://tmp/${content.size}.png`,
    },
  })
  return { calls, context, apis: createCanvasApis(context) as Record<string, any> }
}

describe('legacy canvas', () => {
  it('records methods, setters, assignments, gradients and patterns, and sends them with draw', async () => {
    const { calls, apis } = pageWithCanvas()
    const draw: Context2d = apis.createCanvasContext('paper')
    const gradient = draw.createLinearGradient(0, 0, 10, 0)
    gradient.addColorStop(0, 'red')
    draw.setFillStyle(gradient)
    gradient.addColorStop(1, 'blue')
    draw.fillRect(0, 0, 10, 10)
    draw.strokeStyle = 'green'
    draw.lineWidth = 3
    draw.fillStyle = draw.createPattern('/a.png', 'repeat-x')
    draw.setFontSize(20)
    draw.fillText('x', 1, 2, undefined)
    draw.drawImage('/b.png', 0, 0)
    expect(draw.lineWidth).toBe(3)
    await new Promise<void>((done) => draw.draw(true, done))
    expect(calls).toEqual([
      {
        node: 7,
        method: 'draw',
        args: [
          true,
          [
            [
              'set',
              'fillStyle',
              {
                gradient: 'linear',
                x0: 0,
                y0: 0,
                x1: 10,
                y1: 0,
                stops: [
                  [0, 'red'],
                  [1, 'blue'],
                ],
              },
            ],
            ['fillRect', 0, 0, 10, 10],
            ['set', 'strokeStyle', 'green'],
            ['set', 'lineWidth', 3],
            ['set', 'fillStyle', { pattern: '/a.png', repetition: 'repeat-x' }],
            ['setFontSize', 20],
            ['fillText', 'x', 1, 2, undefined],
            ['drawImage', '/b.png', 0, 0],
          ],
        ],
      },
    ])
    await new Promise<void>((done) => draw.draw(done))
    expect(calls[1]!.args).toEqual([false, []])
  })

  it('has every documented method', async () => {
    const { apis } = pageWithCanvas()
    const draw: Context2d = apis.createCanvasContext('paper')
    const { WX_FACTORY_CATALOGUE } = await import('@sampan/protocol')
    const documented = WX_FACTORY_CATALOGUE.find(({ api }) => api === 'createCanvasContext')!.methods
    expect(documented.filter((name) => typeof draw[name] !== 'function')).toEqual([])
  })

  it('exports and reads through the frame, and says when there is no such canvas', async () => {
    const { calls, apis } = pageWithCanvas()
    expect(await callApi(apis.canvasToTempFilePath, { canvasId: 'paper', destWidth: 5 })).toMatchObject({
      tempFilePath: 'wxfile://tmp/3.png',
    })
    expect(calls[0]).toMatchObject({ method: 'toTempFile', args: [{ destWidth: 5 }] })
    expect(
      await callApi(apis.canvasGetImageData, { canvasId: 'paper', x: 0, y: 0, width: 1, height: 1 }),
    ).toEqual({
      errMsg: 'canvasGetImageData:ok',
      width: 1,
      height: 1,
      data: new Uint8ClampedArray([1, 2, 3, 4]),
    })
    expect(await callApi(apis.canvasToTempFilePath, { canvasId: 'none' })).toEqual({
      errMsg: 'canvasToTempFilePath:fail canvas is empty',
    })
  })
})

describe('canvas in the worker', () => {
  let browser: BrowserWorker
  beforeAll(async () => {
    browser = await startBrowserWorker()
  })
  afterAll(() => browser?.close())

  it('draws, loads images through the container, and exports', async () => {
    const result = await browser.worker.evaluate(async () => {
      const { createFakeContext, createCanvasApis, encodePng } = (globalThis as any).sampan
      const red = new Uint8Array(2 * 2 * 4).map((_byte, index) => [200, 0, 0, 255][index % 4]!)
      const files: Blob[] = []
      const context = createFakeContext({
        manifest: { files: { 'images/a.png': 1 } },
        answers: {
          loadImage: ({ src }: { src: string }) => {
            if (src !== '/images/a.png') throw new Error(`asked for ${src}`)
            return { content: new Blob([encodePng(2, 2, red)]) }
          },
          addTemporaryFile: ({ content }: { content: Blob }) => {
            files.push(content)
            return 'wxfile://tmp/x.png'
          },
        },
      })
      const wx = createCanvasApis(context)
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 2 })
      const draw = canvas.getContext('2d')
      const image = canvas.createImage()
      await new Promise((resolve, reject) => {
        image.onload = resolve
        image.onerror = reject
        image.src = 'images/a.png'
      })
      image.width = 50
      draw.drawImage(image, 0, 0)
      const failed: any = await new Promise((resolve) => {
        const missing = canvas.createImage()
        missing.onerror = resolve
        missing.src = '/none.png'
      })
      const url: string = canvas.toDataURL()
      const exported: any = await new Promise((complete) =>
        wx.canvasToTempFilePath({ canvas, destWidth: 8, complete }),
      )
      const bitmap = await createImageBitmap(files[0]!)
      const fromUrl = await createImageBitmap(await (await fetch(url)).blob())
      const frame = await new Promise((resolve) => canvas.requestAnimationFrame(resolve))
      return {
        sizes: [image.width, image.naturalHeight, canvas.width],
        pixels: [...draw.getImageData(1, 1, 2, 1).data],
        failed: failed.errMsg,
        urlSize: [fromUrl.width, fromUrl.height],
        exported: [exported.tempFilePath, bitmap.width, bitmap.height],
        frame: typeof frame,
      }
    })
    expect(result).toEqual({
      sizes: [50, 2, 4],
      pixels: [200, 0, 0, 255, 0, 0, 0, 0],
      failed: 'createImage:fail asked for /none.png',
      urlSize: [4, 2],
      exported: ['wxfile://tmp/x.png', 8, 2],
      frame: 'number',
    })
  })

  it('is the same object each time, the frame handing its canvas over once', async () => {
    const same = await browser.worker.evaluate(() => {
      const { createFakeContext, canvasNodeOf } = (globalThis as any).sampan
      const page = {}
      const description = { type: 'canvas', canvasType: '2d', canvasId: '', width: 30, height: 15 }
      const context = createFakeContext({})
      const first = canvasNodeOf(context, page, 3, {
        ...description,
        offscreen: new OffscreenCanvas(300, 150),
      })
      const second = canvasNodeOf(context, page, 3, description)
      return [first === second, first.clientWidth, typeof first.createImage]
    })
    expect(same).toEqual([true, 30, 'function'])
  })

  it('measures text with the browser’s fonts', async () => {
    const widths = await browser.worker.evaluate(() => {
      const { createFakeContext, createCanvasApis } = (globalThis as any).sampan
      const draw = createCanvasApis(createFakeContext({})).createCanvasContext('x')
      const small = draw.measureText('iiii').width
      draw.setFontSize(40)
      const large = draw.measureText('iiii').width
      const context = createCanvasApis(createFakeContext({}))
        .createOffscreenCanvas({ type: '2d' })
        .getContext('2d')
      context.font = '20px "sans-serif"'
      const quoted = context.measureText('Sampan').width
      context.font = '20px sans-serif'
      return [small, large, draw.measureText('MMMM').width, quoted - context.measureText('Sampan').width]
    })
    expect(widths[3]).toBe(0)
    expect(widths[1]).toBeCloseTo(widths[0]! * 4, 0)
    expect(widths[2]).toBeGreaterThan(widths[1]!)
  })

  it('reads files of the container synchronously, by their handles', async () => {
    const text = await browser.worker.evaluate(() => {
      const { createFakeContext, createFileSystemApis } = (globalThis as any).sampan
      const context = createFakeContext({})
      const manager = createFileSystemApis(context).getFileSystemManager()
      const content = new Blob(['from a handle'])
      context.emit('fileSystem.added', {
        files: [{ path: 'tmp/a.txt', content, sizeBytes: content.size, modifiedMs: 0 }],
      })
      return (
        manager.readFileSync('wxfile://tmp/a.txt', 'utf8', 5, 1) +
        manager.readFileSync('wxfile://tmp/a.txt', 'utf8')
      )
    })
    expect(text).toBe('a' + 'from a handle')
  })
})
