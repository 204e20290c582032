/**
 * The canvas components.
 *
 * `type="2d"`, `webgl`, `webgl2`: the worker owns the drawing. A query with `node` answers a `CanvasDescription` once
 * with an `OffscreenCanvas` in it (transferred); the worker keeps it by the node's id. Where the frame cannot hand its
 * canvas over, `offscreen` is missing each time: the worker draws on a canvas of its own and sends pictures of it with
 * the method `present` ([ImageBitmap]).
 *
 * Legacy canvas (`wx.createCanvasContext`): the worker records `CanvasCommand`s and sends them with the method `draw`
 * ([reserve, commands]); its answer means drawn. The other methods are `toTempFile` ([CanvasExport], answers
 * `CanvasFile`), `getImageData` ([CanvasRegion], answers `CanvasPixels`) and `putImageData` ([CanvasRegion, pixels]).
 * All of them run one after the other.
 */
export interface CanvasDescription {
  type: 'canvas'
  /** '' is the legacy canvas. */
  canvasType: '' | '2d' | 'webgl' | 'webgl2'
  canvasId: string
  /** CSS px */
  width: number
  height: number
  offscreen?: OffscreenCanvasHandle
}

/** An `OffscreenCanvas`; the type has no name of the DOM here, as this package is for any environment. */
export type OffscreenCanvasHandle = object

/**
 * `[method, ...arguments]` as `CanvasContext` documents them (`['moveTo', 10, 20]`, `['setFillStyle', paint]`), or
 * `['set', property, value]` for an assignment (`['set', 'fillStyle', paint]`). Unknown ones are left out.
 */
export type CanvasCommand = [name: string, ...args: unknown[]]

/** What fills and strokes: a colour or one of these. */
export type CanvasPaint =
  | string
  | {
      gradient: 'linear'
      x0: number
      y0: number
      x1: number
      y1: number
      stops: [offset: number, color: string][]
    }
  | { gradient: 'circular'; x: number; y: number; r: number; stops: [offset: number, color: string][] }
  | { pattern: string; repetition: string }

/** CSS px */
export interface CanvasRegion {
  x: number
  y: number
  width: number
  height: number
}

export interface CanvasExport extends Partial<CanvasRegion> {
  /** px of the picture; by default the region's size in device pixels. */
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  /** 0 to 1, for jpg */
  quality?: number
}

export interface CanvasFile {
  bytes: ArrayBuffer
  fileType: 'png' | 'jpg'
  width: number
  height: number
}

export interface CanvasPixels {
  width: number
  height: number
  /** RGBA, one pixel for each CSS px */
  data: Uint8ClampedArray
}
