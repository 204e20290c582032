import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportStep, ROOT, run } from './step.mjs'

const OLDEST_NODE = [20, 19]

function readLock(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages
}

/** What node_modules lacks of package-lock.json, as one sentence, or undefined if nothing. */
export function findMissingPackages() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return 'nothing is installed yet'
  const installed = readLock('node_modules/.package-lock.json')
  for (const [path, wanted] of Object.entries(readLock('package-lock.json'))) {
    if (!path.startsWith('node_modules/') || wanted.optional || wanted.peer) continue
    const found = installed[path]
    if (!found) return `${path.slice('node_modules/'.length)} is missing`
    if (found.version !== wanted.version) return `${path.slice('node_modules/'.length)} is ${found.version}`
  }
  return undefined
}

/** Installs what package-lock.json says unless it is there. No package's own scripts run. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Sampan needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const missing = findMissingPackages()
  if (!missing) return
  console.log(`Installing packages with npm ci (${missing}) …`)
  const startedAt = performance.now()
  const npm = process.env.npm_execpath
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  reportStep(code === 0, 'packages', performance.now() - startedAt)
  if (code !== 0) {
    console.error(output.trimEnd())
    console.error('npm ci failed. Is the npm registry reachable? `npm ci` says more.')
    process.exit(code)
  }
}
