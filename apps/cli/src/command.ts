import type { Terminal } from './terminal/terminal'

/** Runs a command with the arguments after its name. Resolves to the exit code. */
export type RunCommand = (args: string[], terminal: Terminal) => Promise<number>
