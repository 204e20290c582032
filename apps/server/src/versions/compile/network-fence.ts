import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A network of its own, with nothing in it, for the command that follows; it ends when this one is killed. */
const UNSHARE = ['unshare', '--user', '--map-current-user', '--net', '--kill-child=SIGKILL', '--fork']

let found: Promise<string[]> | undefined

/**
 * What to put before a command so that it has no network: Linux has it where users may have namespaces of their own.
 * Empty elsewhere; then nothing but the compiler itself, which opens no connection, keeps a project from the network.
 */
export function findNetworkFence(): Promise<string[]> {
  return (found ??= run(UNSHARE[0]!, [...UNSHARE.slice(1), 'true']).then(
    () => UNSHARE,
    () => [],
  ))
}
