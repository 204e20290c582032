/** Prints `N passed, N failed, N skipped` as the last line of a run. */
export default class ClosingLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      let tests = 0
      for (const test of module.children.allTests()) {
        count[test.result().state]++
        tests++
      }
      if (module.state() === 'failed' && (tests === 0 || module.errors().length > 0)) count.failed++
    }
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
  }
}
