/**
 * Starts PostgreSQL with the arguments given and ends it when standard input ends: however our parent dies, its
 * database server goes too. The same as the shell script in postmaster.ts, for systems without a shell.
 */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

const [command, ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true })
child.on('error', (error) => {
  console.error(String(error))
  process.exit(127)
})
child.on('exit', (code) => process.exit(code ?? 1))
process.stdin.on('error', stop)
process.stdin.on('end', stop).resume()

/** Windows has no signals: there, SIGINT would be the hard way. */
function stop() {
  if (process.platform !== 'win32') return child.kill('SIGINT')
  const data = args[args.indexOf('-D') + 1]
  const stopping = spawn(join(dirname(command), 'pg_ctl.exe'), ['stop', '-D', data, '-m', 'fast'])
  stopping.on('error', () => child.kill())
}
