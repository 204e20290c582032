/** `npm run bench`: installs what is missing, then runs the benchmarks. */
import { spawn } from 'node:child_process'
import { ensureInstalled } from './install.mjs'
import { ROOT } from './step.mjs'

await ensureInstalled()
const child = spawn(process.execPath, ['--import', 'tsx', 'benchmarks/run.ts', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
})
child.on('close', (code) => (process.exitCode = code ?? 1))
