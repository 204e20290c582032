import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findInstalledBrowser, isExecutable } from './installed-browsers'

const APT_GET = '/usr/bin/apt-get'

export interface InstallAttempt {
  /** What was tried, for the message when nothing worked. */
  name: string
  /** Path of the browser, or why there is none. */
  result: { path: string } | { problem: string }
}

/** The browser that Playwright downloaded earlier. */
export async function findPlaywrightBrowser(): Promise<string | undefined> {
  // Loaded here because it takes a while, and most machines never get this far.
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && isExecutable(path) ? path : undefined
}

/** Downloads Playwright's own Chromium into its cache folder in the user's home. */
export async function downloadPlaywrightBrowser(): Promise<InstallAttempt> {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json')
  const cli = join(dirname(manifest), 'cli.js')
  const problem = await runQuietly(process.execPath, [cli, 'install', 'chromium', '--no-shell'])
  const path = await findPlaywrightBrowser()
  return {
    name: "Playwright's download",
    result: path ? { path } : { problem: problem ?? 'it ended without a browser' },
  }
}

/** Debian and its relatives, as root only: a test run never asks for a password. */
export function mayUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && isExecutable(APT_GET)
}

export async function installWithApt(): Promise<InstallAttempt> {
  const problem =
    (await runQuietly(APT_GET, ['update', '-qq'])) ??
    (await runQuietly(APT_GET, ['install', '-y', '-qq', '--no-install-recommends', 'chromium']))
  const path = findInstalledBrowser()
  return {
    name: 'apt-get install chromium',
    result: path ? { path } : { problem: problem ?? 'it ended without a browser' },
  }
}

/** Resolves to one line that says why a command failed, or undefined if it did not. */
function runQuietly(command: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => {
      const lines = output.trim().split('\n')
      const reason = lines.find((line) => /^(E:|Error|.*\bERR|.*getaddrinfo)/.test(line)) ?? lines.at(-1)
      resolve(code === 0 ? undefined : reason || `${command} ended with code ${code}`)
    })
  })
}
