import type { CanvasCommand, CanvasDescription, CanvasExport, CanvasRegion } from '@sampan/protocol'
import type { ContextDescription } from '../../built-in-element'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { contextOf, exportFile, readPixels, writePixels, type ScaledCanvas } from './canvas-pixels'
import { drawCommands, picturesOf } from './draw-commands'
import { loadPicture } from './load-picture'

const markup = createMarkup('<canvas></canvas><slot></slot>')
const sheet = createSheet(`
:host { display: block; position: relative; width: 300px; height: 150px; }
:host([hidden]) { display: none; }
canvas { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
:host([sp-still]) { touch-action: none; }
`)

const CANVAS_TYPES: ReadonlySet<string> = new Set(['2d', 'webgl', 'webgl2'])

/** See `canvas-commands.ts` of the protocol for who draws what. */
export class CanvasElement extends ScheduledElement {
  private readonly canvas: HTMLCanvasElement
  private offscreen: OffscreenCanvas | undefined
  private handedOver = false
  /** Legacy drawing runs in the order it came, although pictures take their time. */
  private queue: Promise<unknown> = Promise.resolve()
  private readonly legacy: ScaledCanvas

  static define(): void {
    customElements.define('wx-canvas', CanvasElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.canvas = root.querySelector('canvas')!
    this.legacy = { canvas: this.canvas, scale: 1 }
    const keepStill = (event: Event) => {
      if (this.flag('disable-scroll') && event.cancelable) event.preventDefault()
    }
    this.addEventListener('touchmove', keepStill, { passive: false })
  }

  protected update(changed: ReadonlySet<string>): void {
    if (changed.has('disable-scroll')) this.toggleAttribute('sp-still', this.flag('disable-scroll'))
  }

  /** Where a touch is, as canvas events tell it. */
  relativeTouch(clientX: number, clientY: number): { x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  private get canvasType(): CanvasDescription['canvasType'] {
    const type = this.textOf('type')
    return CANVAS_TYPES.has(type) ? (type as CanvasDescription['canvasType']) : ''
  }

  /** Carries the canvas itself the first time, see `transferablesIn`. */
  override describeContext(): ContextDescription & CanvasDescription {
    const description: CanvasDescription = {
      type: 'canvas',
      canvasType: this.canvasType,
      canvasId: this.textOf('canvas-id'),
      width: this.clientWidth,
      height: this.clientHeight,
    }
    if (this.canvasType === '' || this.handedOver || !('transferControlToOffscreen' in this.canvas)) {
      return { ...description }
    }
    this.handedOver = true
    this.offscreen = this.canvas.transferControlToOffscreen()
    return { ...description, offscreen: this.offscreen }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    switch (name) {
      case 'draw':
        return this.inTurn(() => this.draw(args[0] === true, commandsOf(args[1])))
      case 'toTempFile':
        return this.inTurn(() => exportFile(this.readable(), recordOf(args[0]) as CanvasExport))
      case 'getImageData':
        return this.inTurn(() => readPixels(this.readable(), recordOf(args[0]) as unknown as CanvasRegion))
      case 'putImageData':
        return this.inTurn(() =>
          writePixels(this.sized(true), recordOf(args[0]) as unknown as CanvasRegion, args[1]),
        )
      case 'present':
        return this.present(args[0])
    }
    return super.callMethod(name, args)
  }

  private inTurn<T>(task: () => T | Promise<T>): Promise<T> {
    const result = this.queue.then(task)
    this.queue = result.catch(() => {})
    return result
  }

  private async draw(reserve: boolean, commands: CanvasCommand[]): Promise<void> {
    const pictures = await this.loadPictures(picturesOf(commands))
    const { canvas, scale } = this.sized(reserve)
    const context = contextOf(canvas)
    context.setTransform(scale, 0, 0, scale, 0, 0)
    drawCommands(context, commands, pictures, (error, name) => this.reportError(name, error))
  }

  private reportError(what: string, error: unknown): void {
    this.emit('error', { errMsg: `${what}:fail ${error instanceof Error ? error.message : String(error)}` })
  }

  private async loadPictures(paths: string[]): Promise<Map<string, CanvasImageSource>> {
    const pictures = new Map<string, CanvasImageSource>()
    await Promise.all(
      paths.map(async (path) => {
        try {
          pictures.set(path, await loadPicture(this.port.resolveUrl(path)))
        } catch (error) {
          this.reportError('drawImage', error)
        }
      }),
    )
    return pictures
  }

  /** The legacy canvas in its present size; what was drawn stays in place if it is to be kept. */
  private sized(keep: boolean): ScaledCanvas {
    if (this.canvasType !== '')
      throw new Error(`fail canvas of type ${this.canvasType} is drawn by its own context`)
    const { canvas } = this
    const scale = window.devicePixelRatio || 1
    const width = Math.max(1, Math.round((this.clientWidth || 300) * scale))
    const height = Math.max(1, Math.round((this.clientHeight || 150) * scale))
    if (canvas.width !== width || canvas.height !== height) {
      const old = keep ? copyOf(canvas) : undefined
      canvas.width = width
      canvas.height = height
      if (old) contextOf(canvas).drawImage(old, 0, 0)
    } else if (!keep) {
      const context = contextOf(canvas)
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, width, height)
    }
    this.legacy.scale = scale
    return this.legacy
  }

  private readable(): ScaledCanvas {
    if (this.canvasType !== '')
      throw new Error(`fail canvas of type ${this.canvasType} is read by its own context`)
    return this.sized(true)
  }

  private present(bitmap: unknown): void {
    if (!(bitmap instanceof ImageBitmap)) throw new Error('present:fail not an ImageBitmap')
    if (this.canvas.width !== bitmap.width) this.canvas.width = bitmap.width
    if (this.canvas.height !== bitmap.height) this.canvas.height = bitmap.height
    this.canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
  }
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  contextOf(copy).drawImage(canvas, 0, 0)
  return copy
}

function commandsOf(value: unknown): CanvasCommand[] {
  if (!Array.isArray(value)) return []
  return value.filter((each) => Array.isArray(each) && typeof each[0] === 'string') as CanvasCommand[]
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
