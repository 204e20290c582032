import { type ApiContext, failureOf } from '../api-context'
import { sharedSource } from '../media/source-path'
import { natives } from '../natives'

/**
 * `Canvas.createImage()`. The image is an OffscreenCanvas that holds the picture, so that 2d and WebGL contexts take it
 * as they are; `src`, `onload` and the sizes are laid over it. Bytes come from the container: the worker has no network.
 */
export function createCanvasImage(context: ApiContext): object {
  const { OffscreenCanvas } = natives
  if (!OffscreenCanvas) throw new Error('createImage:fail not supported')
  const picture = new OffscreenCanvas(1, 1)
  const state = { src: '', width: 0, height: 0, complete: false, loads: 0 }
  const listeners = { load: new Set<Listener>(), error: new Set<Listener>() }

  function fire(type: 'load' | 'error', event: object): void {
    const handler = (image as Record<string, unknown>)[`on${type}`]
    for (const listener of [handler, ...listeners[type]]) {
      if (typeof listener !== 'function') continue
      context.program.runUserCode(() => (listener as Listener).call(image, event), `image on${type}`)
    }
  }

  async function load(src: string): Promise<void> {
    const turn = ++state.loads
    state.complete = false
    try {
      const answer = (await context.call('loadImage', { src: await sharedSource(context, src) })) as {
        content: Blob
      }
      const bitmap = await natives.createImageBitmap(answer.content)
      if (turn !== state.loads) return bitmap.close()
      show(bitmap)
      fire('load', { type: 'load', target: image })
    } catch (error) {
      if (turn === state.loads)
        fire('error', { type: 'error', target: image, ...failureOf('createImage', error) })
    }
  }

  function show(bitmap: ImageBitmap): void {
    nativeSize('width', bitmap.width)
    nativeSize('height', bitmap.height)
    picture.getContext('2d')!.drawImage(bitmap, 0, 0)
    Object.assign(state, { width: bitmap.width, height: bitmap.height, complete: true })
    bitmap.close()
  }

  /** The sizes that the program sees are its own; the canvas below has the picture's. */
  function nativeSize(side: 'width' | 'height', px: number): void {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(picture), side)!.set!.call(picture, px)
  }

  const image: object = Object.defineProperties(picture, {
    src: {
      get: () => state.src,
      set(value: unknown) {
        state.src = String(value)
        if (state.src !== '') void load(state.src)
      },
      enumerable: true,
    },
    ...Object.fromEntries(
      (['width', 'height'] as const).map((side) => [
        side,
        { get: () => state[side], set: (px: unknown) => void (state[side] = Number(px)), enumerable: true },
      ]),
    ),
    naturalWidth: { get: () => state.width },
    naturalHeight: { get: () => state.height },
    complete: { get: () => state.complete },
    onload: { value: null, writable: true, enumerable: true },
    onerror: { value: null, writable: true, enumerable: true },
    addEventListener: { value: (type: unknown, listener: Listener) => listenersOf(type)?.add(listener) },
    removeEventListener: {
      value: (type: unknown, listener: Listener) => listenersOf(type)?.delete(listener),
    },
  })

  function listenersOf(type: unknown): Set<Listener> | undefined {
    return type === 'load' || type === 'error' ? listeners[type] : undefined
  }

  return image
}

type Listener = (event: object) => void
