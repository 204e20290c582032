import { type CapabilityHost, CapabilityError } from '../capability'
import { readSource } from '../file-system/read-source'
import { addTemporaryFile } from '../file-system/temporary-file'
import { ImageEditor } from './image-editor'
import { decodeImage } from './image-facts'
import { encodeCanvas } from './recode-image'

/** `wx.cropImage` with `cropScale` like `16:9`; `wx.editImage` without: the picture's own proportions. */
export async function editImage(
  host: CapabilityHost,
  src: string,
  cropScale?: string,
): Promise<{ tempFilePath: string }> {
  const aspectRatio = cropScale === undefined ? undefined : parseScale(cropScale)
  const image = await readSource(host, src)
  const { source, width, height, free } = await decodeImage(image)
  const result = await host.overlay.show<HTMLCanvasElement | undefined>((close) => {
    const editor = new ImageEditor()
    editor.text = (key, values) => host.text(key, values)
    editor.picture = source
    editor.pictureWidth = width
    editor.pictureHeight = height
    editor.aspectRatio = aspectRatio ?? width / height
    editor.done = close
    return editor
  })
  free()
  if (!result) throw new CapabilityError('cancel', { errno: 1 })
  const edited = await encodeCanvas(result, image.type === 'image/jpeg' ? 'image/jpeg' : 'image/png', 90)
  return { tempFilePath: await addTemporaryFile(host, edited) }
}

function parseScale(text: string): number {
  const match = /^(16:9|9:16|4:3|3:4|5:4|4:5|1:1)$/.exec(text)
  if (!match) throw new CapabilityError('parameter error: invalid cropScale', { errno: 1001 })
  const [width, height] = text.split(':').map(Number) as [number, number]
  return width / height
}
