import type { CanvasCommand } from '@sampan/protocol'
import { withFallbackFont } from './canvas-font'
import { measureTextWidth } from './measure-text'
import { createCircularGradient, createLinearGradient, createPattern, paintOf } from './paint'

/** The legacy `CanvasContext`: it records what it is told and sends it all with `draw`. */
export type CanvasContext = Record<string, unknown>

/** Sends recorded commands; resolves when they are drawn. */
export type DrawCommands = (reserve: boolean, commands: CanvasCommand[]) => Promise<void>

const RECORDED_METHODS = [
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'drawImage',
  'ellipse',
  'fill',
  'fillRect',
  'fillText',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'restore',
  'rotate',
  'save',
  'scale',
  'setGlobalAlpha',
  'setLineCap',
  'setLineDash',
  'setLineJoin',
  'setLineWidth',
  'setMiterLimit',
  'setShadow',
  'setTextAlign',
  'setTextBaseline',
  'setTransform',
  'stroke',
  'strokeRect',
  'strokeText',
  'transform',
  'translate',
] as const

/** Properties with what they are before the program sets them. */
const PROPERTIES: Readonly<Record<string, unknown>> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  font: '10px sans-serif',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  lineCap: 'butt',
  lineDashOffset: 0,
  lineJoin: 'miter',
  lineWidth: 1,
  miterLimit: 10,
  shadowBlur: 0,
  shadowColor: '#000000',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  textAlign: 'left',
  textBaseline: 'alphabetic',
}

export function createRecordingContext(
  send: DrawCommands,
  runCallback: (callback: () => void) => void,
): CanvasContext {
  let commands: CanvasCommand[] = []
  let values: Record<string, unknown> = { ...PROPERTIES }
  const record = (name: string, ...args: unknown[]) => void commands.push([name, ...args.map(plainArgument)])

  function takeCommands(): CanvasCommand[] {
    const taken = commands
    commands = []
    values = { ...PROPERTIES }
    return taken
  }

  const context: CanvasContext = {
    setFillStyle: (style: unknown) => setProperty('fillStyle', style),
    setStrokeStyle: (style: unknown) => setProperty('strokeStyle', style),
    setFontSize(sizePx: unknown) {
      values.font = String(values.font).replace(/[\d.]+px/, `${Number(sizePx) || 10}px`)
      record('setFontSize', sizePx)
    },
    createLinearGradient,
    createCircularGradient,
    createPattern,
    measureText: (text: unknown) => ({ width: measureTextWidth(String(text), String(values.font)) }),
    draw(reserve?: unknown, callback?: unknown) {
      const done = typeof reserve === 'function' ? reserve : callback
      void send(reserve === true, takeCommands()).then(() => {
        if (typeof done === 'function') runCallback(done as () => void)
      })
    },
    /** Of the oldest contexts, for `wx.drawCanvas`. */
    getActions: takeCommands,
    clearActions: () => void takeCommands(),
  }
  for (const name of RECORDED_METHODS) context[name] = (...args: unknown[]) => record(name, ...args)

  function setProperty(name: string, value: unknown): void {
    values[name] = name === 'font' ? withFallbackFont(String(value)) : value
    record('set', name, name === 'fillStyle' || name === 'strokeStyle' ? paintOf(value) : values[name])
  }
  for (const name of Object.keys(PROPERTIES)) {
    Object.defineProperty(context, name, {
      get: () => values[name],
      set: (value: unknown) => setProperty(name, value),
      enumerable: true,
      configurable: true,
    })
  }
  return context
}

/** Only data crosses to the frame. Paints keep their identity until they are sent. */
function plainArgument(argument: unknown): unknown {
  switch (typeof argument) {
    case 'number':
    case 'string':
    case 'boolean':
      return argument
    case 'object':
      if (Array.isArray(argument)) return argument.map((item) => Number(item))
      return isPaint(argument) ? argument : String(argument)
    default:
      return argument === undefined ? undefined : String(argument)
  }
}

function isPaint(value: object | null): boolean {
  return value !== null && ('gradient' in value || 'pattern' in value)
}
