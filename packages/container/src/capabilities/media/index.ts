import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
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
  count: v.optional(finiteNumber),
  sizeType: v.optional(v.array(v.string())),
  sourceType: v.optional(v.array(v.string())),
  camera: v.optional(v.string()),
}
const sourceSchema = v.object({ src: v.string() })
const previewItemSchema = v.object({
  url: v.string(),
  type: v.optional(v.picklist(['image', 'video'])),
  poster: v.optional(v.string()),
})

/** Pictures and videos: choosing, showing, reading, writing. Sounds are in `audio/`. */
function createMedia(host: CapabilityHost): Capability {
  async function saveToAlbum(filePath: string, kind: 'image' | 'video'): Promise<void> {
    const content = await readSource(host, filePath)
    if (content.type !== '' && !content.type.startsWith(`${kind}/`))
      throw new CapabilityError('invalid file type')
    await host.authorize('scope.writePhotosAlbum')
    saveToDisk(content, filePath.split('/').at(-1) ?? kind)
  }

  return {
    methods: {
      chooseImage: method(v.object(pickSchema), async (options) => {
        const files = await pickMedia(host, ['image'], { ...options, maxCount: 20 })
        return {
          tempFilePaths: files.map((file) => file.tempFilePath),
          tempFiles: files.map((file) => ({ path: file.tempFilePath, size: file.size })),
        }
      }),
      chooseMedia: method(
        v.object({ ...pickSchema, mediaType: v.optional(v.array(v.string())) }),
        async (options) => {
          const tempFiles = await pickMedia(host, options.mediaType ?? ['image', 'video'], {
            ...options,
            maxCount: 20,
          })
          const kinds = new Set(tempFiles.map((file) => file.fileType))
          return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') }
        },
      ),
      chooseVideo: method(v.object(pickSchema), async (options) => {
        const [video] = await pickMedia(host, ['video'], { ...options, count: 1, maxCount: 1 })
        const { fileType: _kind, ...result } = video!
        return result
      }),
      chooseMessageFile: method(
        v.object({
          count: finiteNumber,
          type: v.optional(v.string()),
          extension: v.optional(v.array(v.string())),
        }),
        (options) => chooseMessageFile(host, options),
      ),
      chooseAvatar: method(v.object({}), () => chooseAvatar(host)),
      previewImage: method(
        v.object({ urls: v.array(v.string()), current: v.optional(v.union([v.string(), finiteNumber])) }),
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
        v.object({ sources: v.array(previewItemSchema), current: v.optional(finiteNumber) }),
        ({ sources, current }) => {
          if (sources.length === 0) {
            throw new CapabilityError('parameter error: parameter.sources should have at least 1 item;')
          }
          return openPreview(host, sources, current ?? 0)
        },
      ),
      saveImageToPhotosAlbum: method(v.object({ filePath: v.string() }), ({ filePath }) =>
        saveToAlbum(filePath, 'image'),
      ),
      saveVideoToPhotosAlbum: method(v.object({ filePath: v.string() }), ({ filePath }) =>
        saveToAlbum(filePath, 'video'),
      ),
      getImageInfo: method(sourceSchema, ({ src }) => imageInfo(host, src)),
      compressImage: method(
        v.object({
          src: v.string(),
          quality: v.optional(finiteNumber),
          compressedWidth: v.optional(finiteNumber),
          compressedHeight: v.optional(finiteNumber),
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
      cropImage: method(v.object({ src: v.string(), cropScale: v.string() }), ({ src, cropScale }) =>
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

export { createMedia as create }
export { mediaTexts as texts } from './texts'
