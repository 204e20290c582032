import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface TestProcess {
  /** All that it has said, line by line. */
  lines: string[]
  /** Resolves at the first line for which `isIt` holds. */
  waitFor(isIt: (line: string) => boolean): Promise<string>
  /** Ends its standard input, which asks it to end. */
  finish(): Promise<void>
  kill(): Promise<void>
}

/** A program of `processes/` in a process of its own. */
export function startProcess(name: string, argument: string): TestProcess {
  const path = fileURLToPath(new URL(`processes/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, argument], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let complaints = ''
  let isClosed = false
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    waiting.forEach((look) => look())
  })
  child.stderr.on('data', (chunk) => (complaints += chunk))
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      isClosed = true
      resolve()
      waiting.forEach((look) => look())
    })
  })
  return {
    lines,
    waitFor: (isIt) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find(isIt)
          if (found === undefined && !isClosed) return
          waiting.delete(look)
          if (found !== undefined) resolve(found)
          else reject(new Error(`${name} ended without it. It said:\n${lines.join('\n')}\n${complaints}`))
        }
        waiting.add(look)
        look()
      }),
    async finish() {
      child.stdin.end()
      await closed
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}
