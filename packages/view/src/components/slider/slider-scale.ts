export interface SliderScale {
  min: number
  max: number
  step: number
}

/** The nearest value that is a whole number of steps above `min`, without the dust of floating point. */
export function clampToStep(value: number, { min, max, step }: SliderScale): number {
  const inside = Math.min(Math.max(value, min), Math.max(min, max))
  if (step <= 0) return inside
  const stepped = min + Math.round((inside - min) / step) * step
  const decimals = Math.max(decimalsOf(step), decimalsOf(min))
  return Number(Math.min(stepped, Math.max(min, max)).toFixed(decimals))
}

/** Characters of the longest value, so that the track does not change its length with the number beside it. */
export function longestText({ min, max, step }: SliderScale): number {
  const decimals = Math.max(decimalsOf(step), decimalsOf(min))
  return Math.max(min.toFixed(decimals).length, max.toFixed(decimals).length, 3)
}

function decimalsOf(number: number): number {
  const fraction = String(number).split('.')[1]
  return Math.min(fraction?.length ?? 0, 10)
}
