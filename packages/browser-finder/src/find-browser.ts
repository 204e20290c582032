import { findInstalledBrowser, isExecutable } from './installed-browsers'
import {
  downloadPlaywrightBrowser,
  findPlaywrightBrowser,
  installWithApt,
  mayUseApt,
} from './install-browser'
import type { InstallAttempt } from './install-browser'

export interface FoundBrowser {
  path: string
  /** Where it came from. */
  source: 'CHROME_PATH' | 'installed' | 'playwright' | 'downloaded' | 'apt-get'
}

export interface FindBrowserOptions {
  /** Download or install one if there is none. */
  install: boolean
  /** Told before each step that takes time. */
  say?: (step: string) => void
}

/**
 * A Chromium-based browser: CHROME_PATH, an installed Chrome, Chromium or Edge, an earlier download of Playwright, and
 * if allowed Playwright's download now, then apt-get. Throws an error for people, with what was tried, if none works.
 */
export async function findBrowser({ install, say }: FindBrowserOptions): Promise<FoundBrowser> {
  const wanted = process.env.CHROME_PATH
  if (wanted) {
    if (isExecutable(wanted)) return { path: wanted, source: 'CHROME_PATH' }
    throw new Error(`CHROME_PATH is ${wanted}, which is not a program that can be run.`)
  }
  const installed = findInstalledBrowser()
  if (installed) return { path: installed, source: 'installed' }
  const earlier = await findPlaywrightBrowser()
  if (earlier) return { path: earlier, source: 'playwright' }

  const attempts: InstallAttempt[] = []
  if (install) {
    say?.("No Chrome, Chromium or Edge found. Downloading Playwright's Chromium (about 170 MB) …")
    attempts.push(await downloadPlaywrightBrowser())
    const downloaded = attempts[0]!.result
    if ('path' in downloaded) return { path: downloaded.path, source: 'downloaded' }
    if (mayUseApt()) {
      say?.('That did not work. Installing Chromium with apt-get …')
      attempts.push(await installWithApt())
      const packaged = attempts[1]!.result
      if ('path' in packaged) return { path: packaged.path, source: 'apt-get' }
    }
  }
  throw new Error(describeFailure(attempts))
}

function describeFailure(attempts: InstallAttempt[]): string {
  const tried = attempts.map(
    ({ name, result }) => `  ${name}: ${'problem' in result ? result.problem : 'ok'}`,
  )
  return [
    'There is no browser to run mini programs in.',
    ...(tried.length > 0 ? ['Tried:', ...tried] : []),
    'Install Chrome, Chromium or Edge, or set CHROME_PATH to the program file of one.',
  ].join('\n')
}

/** Flags for headless runs. The sandbox is given up only for root, where Chromium refuses to start with it. */
export function browserArguments(): string[] {
  const args = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    '--disable-dev-shm-usage',
  ]
  return process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args
}
