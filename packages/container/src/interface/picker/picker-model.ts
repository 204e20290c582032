import type { PickerAnswer } from '@sampan/protocol'

/** What the wheels show and what comes out of them: one model for each mode of `picker`. */
export interface PickerModel {
  columns(): readonly (readonly string[])[]
  indexes(): readonly number[]
  /** Names of the columns, for assistive technology. */
  labels(): readonly string[]
  /** The user moved a wheel; other columns may follow. */
  choose(column: number, index: number): void
  answer(): PickerAnswer & { confirmed: true }
}

export function clampIndex(index: unknown, length: number): number {
  const number = Math.trunc(Number(index))
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), Math.max(0, length - 1)) : 0
}
