import type { CanvasCommand, CanvasFile, CanvasPixels } from '@sampan/protocol'
import {
  type ApiContext,
  ApiError,
  type ApiTable,
  type AsyncApi,
  asyncApi,
  type PageView,
} from '../api-context'
import { readParameters } from '../host-apis'
import { natives } from '../natives'
import { type CanvasContext, createRecordingContext } from './canvas-context'
import { createOffscreenCanvas, knownCanvasNode } from './canvas-node'
import { exportCanvas, type ExportOptions } from './export-canvas'

type Options = Record<string, unknown>

const REGION = { x: 'Number', y: 'Number', width: 'Number', height: 'Number' } as const
const EXPORT = {
  x: 'Number?',
  y: 'Number?',
  width: 'Number?',
  height: 'Number?',
  destWidth: 'Number?',
  destHeight: 'Number?',
  fileType: 'String?',
  quality: 'Number?',
} as const

/** Canvas APIs of `wx`: legacy contexts, exports and pixels, and canvases without an element. */
export function createCanvasApis(context: ApiContext): ApiTable {
  return {
    createCanvasContext: (canvasId: unknown, component?: unknown) =>
      createLegacyContext(context, () => findCanvas(context, String(canvasId), component)),
    createContext: () =>
      createRecordingContext(
        async () => undefined,
        (callback) => callback(),
      ),
    drawCanvas: asyncApi(context, 'drawCanvas', async ({ canvasId, actions, reserve }) => {
      const canvas = requireCanvas(context, canvasId, undefined)
      await canvas.page.callNode(canvas.node, 'draw', [reserve === true, (actions ?? []) as CanvasCommand[]])
    }),
    createOffscreenCanvas: (first?: unknown, second?: unknown) =>
      createOffscreenCanvas(context, first, second),
    canvasToTempFilePath: componentApi(context, 'canvasToTempFilePath', (options, component) =>
      toTempFile(context, options, component),
    ),
    canvasGetImageData: componentApi(context, 'canvasGetImageData', async (options, component) => {
      const canvas = requireCanvas(context, options.canvasId, component)
      const region = readParameters(options, REGION)
      return (await canvas.page.callNode(canvas.node, 'getImageData', [region])) as CanvasPixels
    }),
    canvasPutImageData: componentApi(context, 'canvasPutImageData', async (options, component) => {
      const canvas = requireCanvas(context, options.canvasId, component)
      const region = readParameters({ ...options, height: options.height ?? heightOf(options) }, REGION)
      await canvas.page.callNode(canvas.node, 'putImageData', [region, options.data])
    }),
  }
}

export interface FoundCanvas {
  page: PageView
  node: number
}

/** A legacy context whose canvas is looked for when it draws. */
export function createLegacyContext(context: ApiContext, find: () => FoundCanvas | undefined): CanvasContext {
  return createRecordingContext(
    async (reserve, commands) => {
      const canvas = find()
      if (!canvas) return
      await canvas.page
        .callNode(canvas.node, 'draw', [reserve, commands])
        .catch((error: unknown) => context.warn(`canvas draw: ${String(error)}`))
    },
    (callback) => context.program.runUserCode(callback, 'draw callback'),
  )
}

/** Legacy canvases are found by `canvas-id`; some programs give only an `id`. */
function findCanvas(context: ApiContext, canvasId: string, component: unknown): FoundCanvas | undefined {
  const page = (component ? context.program.pageOf(component) : undefined) ?? context.program.currentPage()
  const within = component ?? undefined
  const node = page?.findNode('canvas-id', canvasId, within) ?? page?.findNode('id', canvasId, within)
  return page && node !== undefined ? { page, node } : undefined
}

function requireCanvas(context: ApiContext, canvasId: unknown, component: unknown): FoundCanvas {
  const canvas = findCanvas(context, String(canvasId), component)
  if (!canvas) throw new ApiError({ message: 'canvas is empty' })
  return canvas
}

async function toTempFile(context: ApiContext, options: Options, component: unknown): Promise<object> {
  const content = await exportPicture(context, options, component)
  return { tempFilePath: await context.call('addTemporaryFile', { content }) }
}

async function exportPicture(context: ApiContext, options: Options, component: unknown): Promise<Blob> {
  const wanted = readParameters(options, EXPORT)
  if (isCanvas(options.canvas)) return exportCanvas(options.canvas, wanted as ExportOptions)
  const canvas = requireCanvas(context, options.canvasId, component)
  const known = knownCanvasNode(canvas.page, canvas.node)
  if (known) return exportCanvas(known, wanted as ExportOptions)
  const file = (await canvas.page.callNode(canvas.node, 'toTempFile', [wanted])) as CanvasFile
  return new natives.Blob([file.bytes], { type: file.fileType === 'jpg' ? 'image/jpeg' : 'image/png' })
}

function isCanvas(value: unknown): value is OffscreenCanvas {
  return natives.OffscreenCanvas !== undefined && value instanceof natives.OffscreenCanvas
}

function heightOf({ data, width }: Options): number {
  return ArrayBuffer.isView(data) ? data.byteLength / 4 / Number(width) : Number.NaN
}

/** APIs whose second parameter is the component that the canvas is in. */
function componentApi(
  context: ApiContext,
  name: string,
  run: (options: Options, component: unknown) => unknown,
): (options?: Options, component?: unknown) => ReturnType<AsyncApi> {
  return (options, component) => asyncApi(context, name, (given) => run(given, component))(options)
}
