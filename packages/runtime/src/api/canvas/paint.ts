import type { CanvasPaint } from '@sampan/protocol'

/** Gradients and patterns of a legacy context: what the program holds, and what is sent for it. */
const paints = new WeakMap<object, Exclude<CanvasPaint, string>>()

export interface Gradient {
  addColorStop(offset: number, color: string): void
}

export function createLinearGradient(x0: number, y0: number, x1: number, y1: number): Gradient {
  return createGradient({ gradient: 'linear', x0, y0, x1, y1, stops: [] })
}

export function createCircularGradient(x: number, y: number, r: number): Gradient {
  return createGradient({ gradient: 'circular', x, y, r, stops: [] })
}

export function createPattern(image: unknown, repetition: unknown): object {
  const pattern = {}
  paints.set(pattern, { pattern: String(image), repetition: String(repetition ?? 'repeat') })
  return pattern
}

/** What is sent for a `fillStyle`. Colour stops that are added later, before `draw`, count. */
export function paintOf(style: unknown): CanvasPaint {
  return (typeof style === 'object' && style !== null ? paints.get(style) : undefined) ?? String(style)
}

function createGradient(paint: Extract<CanvasPaint, { gradient: string }>): Gradient {
  const gradient: Gradient = {
    addColorStop(offset, color) {
      paint.stops.push([Number(offset), String(color)])
    },
  }
  paints.set(gradient, paint)
  return gradient
}
