/** The command was called wrongly, or cannot start: told in one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
