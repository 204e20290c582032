import { type CapabilityHost, CapabilityError } from '../capability'
import { fileKeyOf } from '../file-system/program-file'
import { readSource } from '../file-system/read-source'
import { isForeignAddress } from '../web-address'
import { MediaViewer, type ViewedMedia } from './media-viewer'

export interface PreviewItem {
  url: string
  type?: 'image' | 'video' | undefined
  poster?: string | undefined
}

/** Opens the viewer and resolves once it shows. Sources that cannot be had show as missing pictures. */
export async function openPreview(
  host: CapabilityHost,
  items: readonly PreviewItem[],
  index: number,
): Promise<void> {
  const blobUrls: string[] = []

  async function shownUrl(source: string): Promise<string> {
    if (fileKeyOf(source) === undefined && isForeignAddress(host, source)) return source
    if (/^data:(?:image|video)\//i.test(source)) return source
    const url = URL.createObjectURL(await readSource(host, source))
    blobUrls.push(url)
    return url
  }

  const media = await Promise.all(
    items.map(async ({ url, type, poster }): Promise<ViewedMedia> => ({
      kind: type === 'video' ? 'video' : 'image',
      url: await shownUrl(url).catch(() => ''),
      ...(poster ? { posterUrl: await shownUrl(poster).catch(() => '') } : {}),
    })),
  )
  if (media.every(({ url }) => url === ''))
    throw new CapabilityError('no such file or directory', { errno: 1300002 })
  const viewer = new MediaViewer()
  viewer.items = media
  viewer.index = Math.min(Math.max(index, 0), media.length - 1)
  viewer.text = (key, values) => host.text(key, values)
  void host.overlay
    .show<void>((close) => {
      viewer.close = () => close()
      return viewer
    })
    .then(() => blobUrls.forEach((url) => URL.revokeObjectURL(url)))
}
