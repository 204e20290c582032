import { type ApiContext, ApiError, type ApiTable, type AsyncApi, asyncApi } from '../api-context'
import { type ParameterList, readParameters } from '../host-apis'
import { privacyApi } from '../open-ability/privacy'
import { requireArray } from '../parameters'
import { sharedSource } from './source-path'

const PICK = { count: 'Number?', sizeType: 'Array?', sourceType: 'Array?', camera: 'String?' } as const

/** Pictures and videos. The container chooses, shows, reads and writes them; paths are made absolute here. */
export function createMediaApis(context: ApiContext): ApiTable {
  const picking = (name: string, parameters: ParameterList) =>
    privacyApi(context, name, (options) =>
      context.call(name, readParameters(withSourceTypes(options), parameters)),
    )

  return {
    chooseImage: picking('chooseImage', PICK),
    chooseMedia: picking('chooseMedia', { ...PICK, mediaType: 'Array?', maxDuration: 'Number?' }),
    chooseVideo: picking('chooseVideo', { sourceType: 'Array?', camera: 'String?', maxDuration: 'Number?' }),
    chooseMessageFile: picking('chooseMessageFile', {
      count: 'Number',
      type: 'String?',
      extension: 'Array?',
    }),
    previewImage: asyncApi(context, 'previewImage', async (options) => {
      const urls = await Promise.all(
        requireArray(options, 'urls').map((url) => sharedSource(context, String(url))),
      )
      const { current } = options
      const shown = typeof current === 'string' ? await sharedSource(context, current) : current
      await context.call('previewImage', {
        urls,
        current: typeof shown === 'number' ? shown : (shown ?? urls[0]),
      })
    }),
    previewMedia: asyncApi(context, 'previewMedia', async (options) => {
      const sources = await Promise.all(
        requireArray(options, 'sources').map((source) => previewSource(context, source)),
      )
      await context.call('previewMedia', { sources, current: Number(options.current ?? 0) || 0 })
    }),
    getImageInfo: sourceApi(context, 'getImageInfo'),
    getVideoInfo: sourceApi(context, 'getVideoInfo'),
    compressImage: sourceApi(context, 'compressImage', {
      quality: 'Number?',
      compressedWidth: 'Number?',
      compressedHeight: 'Number?',
    }),
    cropImage: sourceApi(context, 'cropImage', { cropScale: 'String' }),
    editImage: sourceApi(context, 'editImage'),
    saveImageToPhotosAlbum: savingApi(context, 'saveImageToPhotosAlbum'),
    saveVideoToPhotosAlbum: savingApi(context, 'saveVideoToPhotosAlbum'),
  }
}

function sourceApi(context: ApiContext, name: string, parameters: ParameterList = {}): AsyncApi {
  return asyncApi(context, name, async (options) => {
    const { src, ...rest } = readParameters(options, { src: 'String', ...parameters })
    if (src === '') throw new ApiError({ message: 'parameter error: parameter.src should not be empty' })
    return context.call(name, { src: await sharedSource(context, src as string), ...rest })
  })
}

/** Only files of the device: a picture of the web has to be downloaded first. */
function savingApi(context: ApiContext, name: string): AsyncApi {
  return privacyApi(context, name, async (options) => {
    const { filePath } = readParameters(options, { filePath: 'String' })
    if (/^https?:\/\/(?!(?:tmp|usr|store)\/)/i.test(filePath as string))
      throw new ApiError({ message: 'invalid file path' })
    await context.call(name, { filePath: await sharedSource(context, filePath as string) })
  })
}

async function previewSource(context: ApiContext, source: unknown): Promise<object> {
  const { url, type, poster } = (source ?? {}) as { url?: unknown; type?: unknown; poster?: unknown }
  return {
    url: await sharedSource(context, String(url ?? '')),
    type: type === 'video' ? 'video' : 'image',
    ...(typeof poster === 'string' && poster !== '' ? { poster: await sharedSource(context, poster) } : {}),
  }
}

/** Both forms are documented somewhere: `['album']` and `'album'`. */
function withSourceTypes(options: Record<string, unknown>): Record<string, unknown> {
  const list = (value: unknown) => (typeof value === 'string' ? [value] : value)
  return {
    ...options,
    sourceType: list(options.sourceType),
    sizeType: list(options.sizeType),
    mediaType: list(options.mediaType),
  }
}
