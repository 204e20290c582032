import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository's folder, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Path of a tool of node_modules that is run with node, so that no shell and no PATH is needed. */
export const TOOLS = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/** Runs a command in the repository. Resolves to its exit code and all that it printed. */
export function run(command, args, { inherit = false, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(output).toString() }),
    )
  })
}

/** Runs a JavaScript file with this Node. */
export function runNode(file, args = [], options) {
  return run(process.execPath, [file, ...args], options)
}

export function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Prints one line for a finished step. */
export function reportStep(ok, name, ms, note = '') {
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(18)} ${formatSeconds(ms).padStart(7)}${note && `  ${note}`}`)
}
