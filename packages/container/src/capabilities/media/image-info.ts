import { NETWORK_ERRNO } from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'
import { fileKeyOf } from '../file-system/program-file'
import { readSource } from '../file-system/read-source'
import { addTemporaryFile } from '../file-system/temporary-file'
import { isForeignAddress } from '../web-address'
import { type ImageFacts, readImageFacts } from './image-facts'

type ImageInfo = ImageFacts & { path: string }

/** `wx.getImageInfo`: an image of the web becomes a temporary file. */
export async function imageInfo(host: CapabilityHost, src: string): Promise<ImageInfo> {
  const isLocal = fileKeyOf(src) !== undefined
  try {
    const image = await readSource(host, src)
    const facts = await readImageFacts(image)
    const path = isLocal ? src.replace(/^\//, '') : await addTemporaryFile(host, image, `.${facts.type}`)
    return { ...facts, path }
  } catch (error) {
    if (!isLocal && isUnreadable(error) && isForeignAddress(host, src)) return unreadableImageInfo(src)
    throw error
  }
}

/** A server that does not let this page read its images still lets it show them. */
function isUnreadable(error: unknown): boolean {
  return error instanceof CapabilityError && error.failure.errno === NETWORK_ERRNO.failed
}

/** The size is known from showing the image; its path stays the address, which components can show too. */
async function unreadableImageInfo(src: string): Promise<ImageInfo> {
  const image = new Image()
  image.referrerPolicy = 'no-referrer'
  image.src = src
  await image.decode().catch(() => {
    throw new CapabilityError('download image fail', { errno: NETWORK_ERRNO.failed })
  })
  return {
    width: image.naturalWidth,
    height: image.naturalHeight,
    type: 'unknown',
    orientation: 'up',
    path: src,
  }
}
