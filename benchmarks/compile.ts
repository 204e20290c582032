import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { ms, printTable, summarise } from './statistics'

const run = promisify(execFile)

interface Outcome {
  durationMs: number
  pages: number
  outputBytes: number
  sourceBytes: number
  peakMb: number
}

/** A cold build, each in a process of its own, beside esbuild's transform alone on the same scripts. */
export async function benchCompile(root: string, projects: string[], runs: number): Promise<void> {
  const rows: string[][] = []
  for (const project of projects) {
    const builds: Outcome[] = []
    const floors: Outcome[] = []
    for (let i = 0; i < runs; i++) {
      builds.push(await measure(root, 'build', project))
      floors.push(await measure(root, 'floor', project))
    }
    const build = summarise(builds.map(({ durationMs }) => durationMs))
    const floor = summarise(floors.map(({ durationMs }) => durationMs))
    const { pages, outputBytes, sourceBytes } = builds[0]!
    rows.push([
      basename(project),
      String(pages),
      ms(build.median),
      ms(floor.median),
      (build.median / floor.median).toFixed(2),
      Math.max(...builds.map(({ peakMb }) => peakMb)).toFixed(0),
      `${(outputBytes / sourceBytes).toFixed(2)}`,
    ])
  }
  printTable(
    `Compile cold, ${runs} runs, ms (median)`,
    ['project', 'pages', 'build', 'esbuild transform', 'ratio', 'peak MB', 'output ÷ sources'],
    rows,
  )
}

async function measure(root: string, mode: 'build' | 'floor', project: string): Promise<Outcome> {
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', join(root, 'benchmarks/compile-project.ts'), mode, project],
    { maxBuffer: 1 << 24, cwd: root },
  )
  return JSON.parse(stdout) as Outcome
}
