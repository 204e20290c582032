export interface Picture {
  bytes: ArrayBuffer
  fileType: 'png' | 'jpg'
  width: number
  height: number
}

/** What a video shows now, as a file. */
export async function takePicture(
  video: HTMLVideoElement,
  options: { quality?: number; mirrored?: boolean; fileType?: 'png' | 'jpg' } = {},
): Promise<Picture> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0) throw new Error('fail no picture')
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const draw = canvas.getContext('2d')!
  if (options.mirrored) {
    draw.translate(width, 0)
    draw.scale(-1, 1)
  }
  draw.drawImage(video, 0, 0)
  const fileType = options.fileType ?? 'jpg'
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, fileType === 'jpg' ? 'image/jpeg' : 'image/png', options.quality),
  )
  if (!blob) throw new Error('fail no picture')
  return { bytes: await blob.arrayBuffer(), fileType, width, height }
}

export function stopStream(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** Records a stream until it is told to stop. */
export function record(stream: MediaStream): { stop(): Promise<{ bytes: ArrayBuffer; mimeType: string }> } {
  const recorder = new MediaRecorder(stream)
  const chunks: Blob[] = []
  recorder.ondataavailable = ({ data }) => chunks.push(data)
  recorder.start()
  return {
    stop: () =>
      new Promise((resolve, reject) => {
        recorder.onerror = () => reject(new Error('fail recording failed'))
        recorder.onstop = () => {
          const blob = new Blob(chunks, { type: recorder.mimeType })
          blob.arrayBuffer().then((bytes) => resolve({ bytes, mimeType: recorder.mimeType }), reject)
        }
        recorder.stop()
      }),
  }
}
