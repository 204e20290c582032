import { Script } from 'node:vm'

/**
 * What the engine says against an expression that goes into a package's script; undefined if it takes it. One part that
 * does not parse would take the whole package with it. Nothing is run.
 */
export function findEngineError(expression: string): string | undefined {
  try {
    new Script(`(${expression})`)
    return undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return error.message
  }
}
