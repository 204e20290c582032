import { type ApiContext, ApiError, type ApiTable, asyncApi, type PageView } from '../api-context'
import { keepCaptured } from './captured-files'

/** The built-in component that a context speaks to, looked for at each call. */
export type FindComponent = () => { page: PageView; node: number } | undefined

/**
 * Methods of a context. `values`: arguments are passed as they are and nothing is answered. `options`: one object with
 * `success`, `fail`, `complete`, or a promise.
 */
interface ContextMethods {
  values: readonly string[]
  options: readonly string[]
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

const METHODS: Readonly<Record<string, ContextMethods>> = {
  video: {
    values: words('play pause stop seek playbackRate sendDanmu showStatusBar hideStatusBar'),
    options: words(`requestFullScreen exitFullScreen requestBackgroundPlayback exitBackgroundPlayback
      exitPictureInPicture startCasting switchCasting exitCasting reconnectCasting`),
  },
  audio: { values: words('setSrc play pause seek'), options: [] },
  map: {
    values: [],
    options:
      words(`getCenterLocation getRegion getScale getRotate getSkew setCenterOffset moveToLocation includePoints
      translateMarker moveAlong toScreenLocation fromScreenLocation addMarkers removeMarkers setLocMarkerIcon
      setBoundary initMarkerCluster addArc removeArc addCustomLayer removeCustomLayer addGroundOverlay
      updateGroundOverlay removeGroundOverlay addVisualLayer removeVisualLayer executeVisualLayerCommand eraseLines
      openMapApp`),
  },
  editor: {
    values: words('format'),
    options:
      words(`setContents getContents insertText insertImage insertDivider insertCustomBlock clear removeFormat
      undo redo blur scrollIntoView getSelectionText`),
  },
  camera: { values: [], options: words('takePhoto startRecord stopRecord setZoom') },
  'live-player': {
    values: [],
    options:
      words(`play stop mute pause resume snapshot requestFullScreen exitFullScreen requestPictureInPicture
      exitPictureInPicture exitCasting reconnectCasting startCasting switchCasting exitBackgroundPlayback
      requestBackgroundPlayback`),
  },
  'live-pusher': {
    values: [],
    options:
      words(`start stop pause resume switchCamera snapshot toggleTorch playBGM stopBGM pauseBGM resumeBGM
      setBGMVolume setMICVolume startPreview stopPreview sendMessage createOffscreenCanvas startAudioMixing
      stopAudioMixing pauseAudioMixing resumeAudioMixing`),
  },
}

/** Kinds whose methods take pictures or record. */
const CAPTURES: ReadonlySet<string> = new Set(['camera', 'live-player', 'live-pusher'])

/** The context object of a kind of component, or undefined for kinds that have none. */
export function createComponentContext(
  context: ApiContext,
  kind: string,
  find: FindComponent,
): Record<string, unknown> | undefined {
  const methods = Object.hasOwn(METHODS, kind) ? METHODS[kind] : undefined
  if (!methods) return undefined

  async function call(name: string, args: unknown[]): Promise<unknown> {
    const component = find()
    if (!component) throw new ApiError({ message: `${kind} is not found` })
    try {
      const result = await component.page.callNode(component.node, name, args)
      return await (CAPTURES.has(kind) ? keepCaptured(context, name, result) : result)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      throw new ApiError({ message: text.replace(/^(?:\w+:)?fail:?\s*/, '') })
    }
  }

  const object: Record<string, unknown> = {}
  for (const name of methods.values) {
    object[name] = (...args: unknown[]) => {
      call(
        name,
        args.filter((arg) => typeof arg !== 'function'),
      ).catch((error: unknown) => {
        context.warn(`${name}:fail ${error instanceof Error ? error.message : String(error)}`)
      })
    }
  }
  for (const name of methods.options) {
    const api = asyncApi(context, name, (options) => call(name, [withoutFunctions(options)]))
    object[name] = (options?: Record<string, unknown>) => {
      const promise = api(options)
      promise?.catch(() => undefined)
      return promise
    }
  }
  if (kind === 'map') Object.assign(object, { on() {}, off() {} })
  if (kind === 'camera') object.onCameraFrame = () => cameraFrameListener(context)
  return object
}

/** `wx.createVideoContext(id, component)` and its relatives. */
export function createComponentContextApis(context: ApiContext): ApiTable {
  const byId = (kind: string) => (id: unknown, component?: unknown) =>
    createComponentContext(context, kind, () => findIn(context, 'id', String(id), component))
  const only = (kind: string) => (component?: unknown) =>
    createComponentContext(context, kind, () => findIn(context, 'tag', kind, component))
  return {
    createVideoContext: byId('video'),
    createAudioContext: byId('audio'),
    createMapContext: byId('map'),
    createLivePlayerContext: byId('live-player'),
    createLivePusherContext: only('live-pusher'),
    createCameraContext: only('camera'),
  }
}

function findIn(
  context: ApiContext,
  attribute: string,
  value: string,
  component: unknown,
): { page: PageView; node: number } | undefined {
  const page = (component ? context.program.pageOf(component) : undefined) ?? context.program.currentPage()
  const node = page?.findNode(attribute, value, component ?? undefined)
  return page && node !== undefined ? { page, node } : undefined
}

function cameraFrameListener(context: ApiContext): object {
  return {
    start: asyncApi(context, 'start', () => {
      throw new ApiError({ message: 'not supported' })
    }),
    stop: asyncApi(context, 'stop', () => undefined),
  }
}

/** Options may carry callbacks at any depth that cannot be sent. */
function withoutFunctions(value: unknown): unknown {
  if (typeof value === 'function') return undefined
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return value.map(withoutFunctions)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutFunctions(item)]))
}
