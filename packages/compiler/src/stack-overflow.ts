/** Hostile input is nested thousands of levels deep. Parsers that recurse answer with this error. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded'
}
