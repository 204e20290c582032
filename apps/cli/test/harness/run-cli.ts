import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/sampan.mjs', import.meta.url))

export interface CliResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command line as a user does, without colours, in English. */
export function runCli(args: string[], { cwd }: { cwd?: string } = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = startCli(args, { cwd })
    const result: CliResult = { code: null, stdout: '', stderr: '' }
    child.stdout?.on('data', (chunk) => (result.stdout += chunk))
    child.stderr?.on('data', (chunk) => (result.stderr += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...result, code }))
  })
}

export function startCli(args: string[], { cwd }: { cwd?: string } = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, SAMPAN_LANG: 'en' },
  })
}
