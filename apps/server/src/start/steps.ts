import pc from 'picocolors'

/** One line for each thing that a start does, with the time that it took. */
export interface Steps {
  run<Result>(name: string, work: () => Promise<Result>, note: (result: Result) => string): Promise<Result>
  /** Since the process began. */
  elapsedMs(): number
}

export function createSteps(print: (line: string) => void): Steps {
  return {
    async run(name, work, note) {
      const startedAt = performance.now()
      const result = await work()
      const time = formatSeconds(performance.now() - startedAt).padStart(7)
      print(`${pc.green('✓')} ${padName(name)} ${time}  ${pc.dim(note(result))}`)
      return result
    },
    elapsedMs: () => performance.now(),
  }
}

export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

const NAME_COLUMNS = 18

/** Chinese characters take two columns of a terminal. */
function padName(name: string): string {
  const columns = [...name].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
  return name + ' '.repeat(Math.max(0, NAME_COLUMNS - columns))
}
