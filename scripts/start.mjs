/** `npm start`: installs what is missing, then starts the platform from its sources. */
import { spawn } from 'node:child_process'
import { ensureInstalled } from './install.mjs'
import { ROOT } from './step.mjs'

await ensureInstalled()

const child = spawn(
  process.execPath,
  ['--enable-source-maps', '--import', 'tsx', 'apps/server/src/main.ts', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
)
// Ctrl+C reaches the child by itself (same terminal); a signal to this process alone has to be handed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('close', (code, signal) => {
  process.exitCode = signal ? 0 : (code ?? 1)
})
