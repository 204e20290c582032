import type { BackendEnvironment } from './backend-environment'

/** A class as the frame knows it: with the prefix of its style sheet, if that has one. */
export function scopedClass(
  environment: BackendEnvironment,
  name: string,
  styleScope: number | undefined,
): string {
  const scope = styleScope === undefined ? '' : environment.scopeName(styleScope)
  return scope === '' ? name : `${scope}--${name}`
}
