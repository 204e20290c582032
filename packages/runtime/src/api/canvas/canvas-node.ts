import type { CanvasDescription } from '@sampan/protocol'
import type { ApiContext, PageView } from '../api-context'
import { natives } from '../natives'
import { createCanvasImage } from './canvas-image'
import { addFallbackFont } from './canvas-font'
import { encodePng } from './png'

/** A canvas that the program draws on in the worker, with what WeChat's canvases have beside the browser's. */
export type CanvasNode = OffscreenCanvas

const nodes = new WeakMap<PageView, Map<number, CanvasNode>>()

/**
 * What `SelectorQuery.node()` answers for `<canvas type="2d">`: the same object each time. The frame hands its canvas
 * over with the first answer.
 */
export function canvasNodeOf(
  context: ApiContext,
  page: PageView,
  node: number,
  description: CanvasDescription,
): CanvasNode | null {
  const ofPage = nodes.get(page) ?? new Map<number, CanvasNode>()
  nodes.set(page, ofPage)
  const known = ofPage.get(node)
  if (known) return known
  const canvas =
    (description.offscreen as OffscreenCanvas | undefined) ?? createPresented(context, page, node)
  if (!canvas) return null
  decorateCanvas(context, canvas, description)
  ofPage.set(node, canvas)
  return canvas
}

/** The node object of a canvas, if the program has asked for it. */
export function knownCanvasNode(page: PageView, node: number): CanvasNode | undefined {
  return nodes.get(page)?.get(node)
}

/** `wx.createOffscreenCanvas({ type, width, height })`, or the older `(width, height)`. */
export function createOffscreenCanvas(context: ApiContext, first: unknown, second: unknown): CanvasNode {
  if (!natives.OffscreenCanvas) throw new Error('createOffscreenCanvas:fail not supported')
  const options = (
    typeof first === 'object' && first !== null ? first : { width: first, height: second }
  ) as {
    width?: unknown
    height?: unknown
  }
  const side = (value: unknown, whenAbsent: number) => Math.max(1, Math.floor(Number(value) || whenAbsent))
  const canvas = new natives.OffscreenCanvas(side(options.width, 300), side(options.height, 150))
  return decorateCanvas(context, canvas, { width: canvas.width, height: canvas.height })
}

function decorateCanvas(
  context: ApiContext,
  canvas: OffscreenCanvas,
  shown: { width: number; height: number },
): CanvasNode {
  const callback = (run: unknown) => (timeMs: number) => {
    if (typeof run === 'function')
      context.program.runUserCode(() => run(timeMs) as unknown, 'requestAnimationFrame callback')
  }
  const getContext = canvas.getContext.bind(canvas) as (type: string, settings?: unknown) => object | null
  const prepared = new WeakSet<object>()
  return Object.assign(canvas, {
    getContext(type: string, settings?: unknown) {
      const made = getContext(type, settings)
      if (made && type === '2d' && !prepared.has(made))
        addFallbackFont(made as OffscreenCanvasRenderingContext2D)
      if (made) prepared.add(made)
      return made
    },
    createImage: () => createCanvasImage(context),
    createImageData: (width?: number, height?: number) =>
      new natives.ImageData(Number(width) || canvas.width, Number(height) || canvas.height),
    createPath2D: (path?: Path2D | string) =>
      path === undefined ? new natives.Path2D() : new natives.Path2D(path),
    requestAnimationFrame: (run: unknown) => natives.requestAnimationFrame(callback(run)),
    cancelAnimationFrame: (id: number) => natives.cancelAnimationFrame(id),
    toDataURL: () => toDataUrl(canvas),
    // Libraries made for pages look at these.
    style: {},
    clientWidth: shown.width,
    clientHeight: shown.height,
  })
}

/** Always PNG: what a browser too answers for a type that it does not encode. */
function toDataUrl(canvas: OffscreenCanvas): string {
  const { width, height } = canvas
  const { data } = copyOf(canvas).getContext('2d')!.getImageData(0, 0, width, height)
  let binary = ''
  for (const byte of encodePng(width, height, data)) binary += String.fromCharCode(byte)
  return `data:image/png;base64,${natives.btoa(binary)}`
}

/** A WebGL canvas cannot be read as 2d; its picture can. */
function copyOf(canvas: OffscreenCanvas): OffscreenCanvas {
  const copy = new natives.OffscreenCanvas!(canvas.width, canvas.height)
  copy.getContext('2d')!.drawImage(canvas, 0, 0)
  return copy
}

const PRESENT_INTERVAL_MS = 50

/** For frames that cannot hand their canvas over: pictures of this one are shown there. */
function createPresented(context: ApiContext, page: PageView, node: number): OffscreenCanvas | undefined {
  if (!natives.OffscreenCanvas) return undefined
  const canvas = new natives.OffscreenCanvas(300, 150)
  const present = async (): Promise<void> => {
    if (!context.program.pages().includes(page)) return
    const bitmap = await natives.createImageBitmap(canvas)
    await page.callNode(node, 'present', [bitmap])
    setTimeout(() => void present().catch(() => undefined), PRESENT_INTERVAL_MS)
  }
  setTimeout(() => void present().catch((error: unknown) => context.warn(String(error))), PRESENT_INTERVAL_MS)
  return canvas
}
