export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** With the stack, for a bug of ours. */
export function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
