import type { ApiContext } from '../api-context'
import { natives } from '../natives'

interface Picture {
  bytes: ArrayBuffer
  fileType: 'png' | 'jpg'
  width: number
  height: number
}

interface Recording {
  bytes: ArrayBuffer
  mimeType: string
  thumb: Picture
}

/** Pictures and recordings come from the frame as bytes; programs get files. Other results stay what they are. */
export async function keepCaptured(context: ApiContext, method: string, result: unknown): Promise<unknown> {
  switch (method) {
    case 'takePhoto':
      return { tempImagePath: await keepPicture(context, result as Picture) }
    case 'snapshot': {
      const { width, height } = result as Picture
      return { tempImagePath: await keepPicture(context, result as Picture), width, height }
    }
    case 'stopRecord': {
      const { bytes, mimeType, thumb } = result as Recording
      const [tempVideoPath, tempThumbPath] = await Promise.all([
        keep(context, bytes, mimeType),
        keepPicture(context, thumb),
      ])
      return { tempVideoPath, tempThumbPath }
    }
    default:
      return result
  }
}

function keepPicture(context: ApiContext, { bytes, fileType }: Picture): Promise<string> {
  return keep(context, bytes, fileType === 'jpg' ? 'image/jpeg' : 'image/png')
}

async function keep(context: ApiContext, bytes: ArrayBuffer, type: string): Promise<string> {
  return (await context.call('addTemporaryFile', { content: new natives.Blob([bytes], { type }) })) as string
}
