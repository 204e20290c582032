/** `npm test`: installs what is missing, then static checks and all tests. The closing line counts both. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { runChecks } from './check.mjs'
import { reportStep, runNode, TOOLS } from './step.mjs'

await ensureInstalled()

const browser = await findBrowser()
const failedChecks = await runChecks()
const tests = await runTests(browser)

const failed = tests.failed + failedChecks + (browser ? 0 : 1)
process.exitCode = failed > 0 || tests.code !== 0 ? 1 : 0
console.log(
  `\n${tests.passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`,
)

/** Path of a browser, installed if need be, or undefined after saying what to do. */
async function findBrowser() {
  const startedAt = performance.now()
  const { code, output } = await runNode('packages/browser-finder/bin/find-browser.mjs')
  const lines = output.trimEnd().split('\n')
  const path = code === 0 ? lines.pop() : undefined
  reportStep(code === 0, 'browser', performance.now() - startedAt, path)
  if (!path) console.log(lines.join('\n'))
  return path
}

/** Vitest with the arguments given to this script: `npm test -- packages/compiler`. */
async function runTests(browserPath) {
  const folder = mkdtempSync(join(tmpdir(), 'sampan-test-'))
  const countsFile = join(folder, 'counts.json')
  try {
    const { code } = await runNode(TOOLS.vitest, ['run', ...process.argv.slice(2)], {
      inherit: true,
      env: { SAMPAN_TEST_COUNTS: countsFile, ...(browserPath && { CHROME_PATH: browserPath }) },
    })
    return { ...readCounts(countsFile, code), code }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A run that ends without its counts, or fails without a failed test, counts as one failure. */
function readCounts(file, code) {
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'))
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
