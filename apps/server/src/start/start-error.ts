/** Why the server does not start, in the user's words. Printed without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}
