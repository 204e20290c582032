import type { CanvasCommand } from '@sampan/protocol'

export type Pictures = ReadonlyMap<string, CanvasImageSource>

type Draw = CanvasRenderingContext2D

/** Methods of the canvas that take only numbers and texts, passed on as they are. */
const PLAIN_METHODS: ReadonlySet<string> = new Set([
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'ellipse',
  'fill',
  'fillRect',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'rotate',
  'roundRect',
  'scale',
  'stroke',
  'strokeRect',
  'transform',
  'translate',
])

const PROPERTIES: ReadonlySet<string> = new Set([
  'direction',
  'font',
  'globalAlpha',
  'globalCompositeOperation',
  'imageSmoothingEnabled',
  'lineCap',
  'lineDashOffset',
  'lineJoin',
  'lineWidth',
  'miterLimit',
  'shadowBlur',
  'shadowColor',
  'shadowOffsetX',
  'shadowOffsetY',
  'textAlign',
  'textBaseline',
])

/** `setLineWidth(4)` and the like: setters of the legacy context that are assignments. */
const SETTERS: ReadonlyMap<string, string> = new Map(
  ['globalAlpha', 'lineCap', 'lineJoin', 'lineWidth', 'miterLimit', 'textAlign'].map((name) => [
    `set${name[0]!.toUpperCase()}${name.slice(1)}`,
    name,
  ]),
)

/** Paths of all pictures that the commands draw or fill with. */
export function picturesOf(commands: readonly CanvasCommand[]): string[] {
  const paths = new Set<string>()
  for (const [name, ...args] of commands) {
    if (name === 'drawImage') paths.add(String(args[0]))
    for (const argument of args)
      if (isRecord(argument) && 'pattern' in argument) paths.add(String(argument.pattern))
  }
  return [...paths]
}

/**
 * Runs a list of commands; one that the browser refuses (a negative radius) is reported and left out. State that they leave behind (transforms, clips, styles) ends with the list, as each
 * `draw` of WeChat starts anew.
 */
export function drawCommands(
  draw: Draw,
  commands: readonly CanvasCommand[],
  pictures: Pictures,
  report: (error: unknown, command: string) => void,
): void {
  const base = draw.getTransform()
  let depth = 1
  draw.save()
  for (const [name, ...args] of commands) {
    if (name === 'save') depth++
    else if (name === 'restore' && --depth < 1) {
      depth = 1
      continue
    }
    try {
      run(draw, name, args, pictures, base)
    } catch (error) {
      report(error, name)
    }
  }
  for (; depth > 0; depth--) draw.restore()
}

function run(draw: Draw, name: string, args: unknown[], pictures: Pictures, base: DOMMatrix): void {
  if (PLAIN_METHODS.has(name)) return callMethod(draw, name, args)
  const property = SETTERS.get(name)
  if (property) return assign(draw, property, args[0], pictures)
  switch (name) {
    case 'save':
      return draw.save()
    case 'restore':
      return draw.restore()
    case 'set':
      return assign(draw, String(args[0]), args[1], pictures)
    case 'setFillStyle':
      return assign(draw, 'fillStyle', args[0], pictures)
    case 'setStrokeStyle':
      return assign(draw, 'strokeStyle', args[0], pictures)
    case 'setFontSize':
      draw.font = draw.font.replace(/[\d.]+px/, `${Number(args[0]) || 10}px`)
      return
    case 'setTextBaseline':
      return assign(draw, 'textBaseline', args[0] === 'normal' ? 'alphabetic' : args[0], pictures)
    case 'setShadow':
      return setShadow(draw, args)
    case 'setLineDash':
      if (Array.isArray(args[0])) draw.setLineDash(args[0].map(Number))
      draw.lineDashOffset = Number(args[1]) || 0
      return
    case 'setTransform':
      draw.setTransform(base)
      return callMethod(draw, 'transform', args)
    case 'fillText':
    case 'strokeText':
      return drawText(draw, name, args)
    case 'drawImage':
      return drawPicture(draw, args, pictures)
  }
}

function callMethod(draw: Draw, name: string, args: unknown[]): void {
  const method = draw[name as keyof Draw] as (...values: unknown[]) => unknown
  // A wrong number of arguments is the program's mistake; the rest of its picture is still drawn.
  if (args.length >= method.length) method.apply(draw, args)
}

function assign(draw: Draw, name: string, value: unknown, pictures: Pictures): void {
  if (name === 'fillStyle' || name === 'strokeStyle') {
    const paint = paintOf(draw, value, pictures)
    if (paint !== undefined) draw[name] = paint
  } else if (PROPERTIES.has(name)) (draw as unknown as Record<string, unknown>)[name] = value
}

function paintOf(
  draw: Draw,
  value: unknown,
  pictures: Pictures,
): string | CanvasGradient | CanvasPattern | undefined {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return undefined
  if ('pattern' in value) {
    const picture = pictures.get(String(value.pattern))
    return (picture && draw.createPattern(picture, String(value.repetition))) ?? undefined
  }
  const n = (key: string): number => Number(value[key]) || 0
  const gradient =
    value.gradient === 'circular'
      ? draw.createRadialGradient(n('x'), n('y'), 0, n('x'), n('y'), Math.abs(n('r')))
      : draw.createLinearGradient(n('x0'), n('y0'), n('x1'), n('y1'))
  for (const stop of Array.isArray(value.stops) ? (value.stops as unknown[]) : []) {
    if (Array.isArray(stop)) addStop(gradient, Number(stop[0]), String(stop[1]))
  }
  return gradient
}

/** The browser throws for a colour or an offset that it does not know; such a stop is left out. */
function addStop(gradient: CanvasGradient, offset: number, color: string): void {
  if (offset >= 0 && offset <= 1 && CSS.supports('color', color)) gradient.addColorStop(offset, color)
}

function setShadow(draw: Draw, [x, y, blur, color]: unknown[]): void {
  draw.shadowOffsetX = Number(x) || 0
  draw.shadowOffsetY = Number(y) || 0
  draw.shadowBlur = Number(blur) || 0
  draw.shadowColor = String(color ?? 'black')
}

function drawText(draw: Draw, name: 'fillText' | 'strokeText', [text, x, y, maxWidth]: unknown[]): void {
  const place = [String(text), Number(x) || 0, Number(y) || 0] as const
  if (typeof maxWidth === 'number') draw[name](...place, maxWidth)
  else draw[name](...place)
}

function drawPicture(draw: Draw, [path, ...numbers]: unknown[], pictures: Pictures): void {
  const picture = pictures.get(String(path))
  if (!picture) return
  const n = numbers.map(Number)
  if (n.length >= 8) draw.drawImage(picture, n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!, n[6]!, n[7]!)
  else if (n.length >= 4) draw.drawImage(picture, n[0]!, n[1]!, n[2]!, n[3]!)
  else draw.drawImage(picture, n[0] || 0, n[1] || 0)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
