import { writeFileSync } from 'node:fs'

/**
 * Prints `N passed, N failed` as the last line of a vitest run. Under `npm test`, which adds the static checks and
 * prints that line itself, writes the counts to the file that SAMPAN_TEST_COUNTS names.
 */
export default class ClosingLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      let tests = 0
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state === 'pending' ? 'failed' : state]++
        tests++
      }
      // A file that cannot be imported, or whose hooks fail, has no failed test to show for it.
      const fileFailed = module.state() === 'failed' && (tests === 0 || module.errors().length > 0)
      if (fileFailed) counts.failed++
    }
    const { SAMPAN_TEST_COUNTS: file } = process.env
    if (file) writeFileSync(file, JSON.stringify(counts))
    else
      process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}
