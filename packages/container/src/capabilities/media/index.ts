import * as z from 'zod/mini'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { readSource } from '../file-system/read-source'
import { saveToDisk } from '../file-system/save-to-disk'
import { addTemporaryFile } from '../file-system/temporary-file'
import { chooseAvatar, chooseMessageFile, pickMedia } from './choose-media'
import { editImage } from './edit-image'
import { imageInfo } from './image-info'
import { openPreview } from './preview'
import { recodeImage } from './recode-image'
import { readVideoFacts } from './video-facts'

const pickSchema = {
  count: z.optional(z.number()),
  sizeType: z.optional(z.array(z.string())),
  sourceType: z.optional(z.array(z.string())),
  camera: z.optional(z.string()),
}
const sourceSchema = z.object({ src: z.string() })
const previewItemSchema = z.object({
  url: z.string(),
  type: z.optional(z.enum(['image', 'video'])),
  poster: z.optional(z.string()),
})

/** Pictures and videos: choosing, showing, reading, writing. Sounds are in `audio/`. */
export function createMedia(host: CapabilityHost): Capability {
  async function saveToAlbum(filePath: string, kind: 'image' | 'video'): Promise<void> {
    const content = await readSource(host, filePath)
    if (content.type !== '' && !content.type.startsWith(`${kind}/`))
      throw new CapabilityError('invalid file type')
    await host.authorize('scope.writePhotosAlbum')
    saveToDisk(content, filePath.split('/').at(-1) ?? kind)
  }

  return {
    methods: {
      chooseImage: method(z.object(pickSchema), async (options) => {
        const files = await pickMedia(host, ['image'], { ...options, maxCount: 20 })
        return {
          tempFilePaths: files.map((file) => file.tempFilePath),
          tempFiles: files.map((file) => ({ path: file.tempFilePath, size: file.size })),
        }
      }),
      chooseMedia: method(
        z.object({ ...pickSchema, mediaType: z.optional(z.array(z.string())) }),
        async (options) => {
          const tempFiles = await pickMedia(host, options.mediaType ?? ['image', 'video'], {
            ...options,
            maxCount: 20,
          })
          const kinds = new Set(tempFiles.map((file) => file.fileType))
          return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') }
        },
      ),
      chooseVideo: method(z.object(pickSchema), async (options) => {
        const [video] = await pickMedia(host, ['video'], { ...options, count: 1, maxCount: 1 })
        const { fileType: _kind, ...result } = video!
        return result
      }),
      chooseMessageFile: method(
        z.object({
          count: z.number(),
          type: z.optional(z.string()),
          extension: z.optional(z.array(z.string())),
        }),
        (options) => chooseMessageFile(host, options),
      ),
      chooseAvatar: method(z.object({}), () => chooseAvatar(host)),
      previewImage: method(
        z.object({ urls: z.array(z.string()), current: z.optional(z.union([z.string(), z.number()])) }),
        ({ urls, current }) => {
          if (urls.length === 0)
            throw new CapabilityError('parameter error: parameter.urls should have at least 1 item;')
          const index = typeof current === 'number' ? current : urls.indexOf(current ?? '')
          return openPreview(
            host,
            urls.map((url) => ({ url })),
            index,
          )
        },
      ),
      previewMedia: method(
        z.object({ sources: z.array(previewItemSchema), current: z.optional(z.number()) }),
        ({ sources, current }) => {
          if (sources.length === 0) {
            throw new CapabilityError('parameter error: parameter.sources should have at least 1 item;')
          }
          return openPreview(host, sources, current ?? 0)
        },
      ),
      saveImageToPhotosAlbum: method(z.object({ filePath: z.string() }), ({ filePath }) =>
        saveToAlbum(filePath, 'image'),
      ),
      saveVideoToPhotosAlbum: method(z.object({ filePath: z.string() }), ({ filePath }) =>
        saveToAlbum(filePath, 'video'),
      ),
      getImageInfo: method(sourceSchema, ({ src }) => imageInfo(host, src)),
      compressImage: method(
        z.object({
          src: z.string(),
          quality: z.optional(z.number()),
          compressedWidth: z.optional(z.number()),
          compressedHeight: z.optional(z.number()),
        }),
        async ({ src, quality, compressedWidth, compressedHeight }) => {
          const image = await readSource(host, src)
          const result = await recodeImage(image, {
            width: compressedWidth,
            height: compressedHeight,
            quality,
          })
          return { tempFilePath: await addTemporaryFile(host, result) }
        },
      ),
      cropImage: method(z.object({ src: z.string(), cropScale: z.string() }), ({ src, cropScale }) =>
        editImage(host, src, cropScale),
      ),
      editImage: method(sourceSchema, ({ src }) => editImage(host, src)),
      getVideoInfo: method(sourceSchema, async ({ src }) => {
        const video = await readSource(host, src)
        const facts = await readVideoFacts(video)
        if (facts.width === 0) throw new CapabilityError('the video cannot be decoded by this browser')
        return {
          orientation: 'up',
          type: video.type.replace(/^video\//, ''),
          duration: facts.durationSeconds,
          size: Math.round(video.size / 1024),
          width: facts.width,
          height: facts.height,
          fps: 0,
          bitrate:
            facts.durationSeconds > 0 ? Math.round((video.size * 8) / 1000 / facts.durationSeconds) : 0,
        }
      }),
      loadImage: method(sourceSchema, async ({ src }) => ({ content: await loadBitmapSource(host, src) })),
    },
  }
}

/** Bytes that a worker can decode: vector images it cannot. */
async function loadBitmapSource(host: CapabilityHost, src: string): Promise<Blob> {
  const image = await readSource(host, src)
  return image.type.startsWith('image/svg') ? recodeImage(image, {}) : image
}
