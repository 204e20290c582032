/**
 * Compiles one project that somebody sent: the archive comes in, a tar of the bundle goes out, and nothing else is
 * touched. Runs as a process of its own, see compile-apart.ts.
 */
import { Worker } from 'node:worker_threads'
import { pack } from 'tar-stream'
import type { CompileOutcome } from '../../releases/compile-project'
import type { UploadLimits } from '../rules/upload-limits'
import { type CompileReport, shortenDiagnostics } from './compile-task'

const MEMORY_LOOK_EVERY_MS = 100

interface ChildOptions {
  appId: string
  limits: UploadLimits
}

const { appId, limits } = JSON.parse(process.argv[2]!) as ChildOptions
const { mostSeconds, mostMemoryBytes } = limits.compile

const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
  workerData: { archive: await readInput(), appId, limits },
  resourceLimits: { maxOldGenerationSizeMb: mostMemoryBytes / 1024 / 1024 },
  stdout: true, // Answers alone go to the output of this process.
})
worker.stdout.resume()

setTimeout(() => fail('time', `It took more than ${mostSeconds} seconds`), mostSeconds * 1000)
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemoryBytes)
    fail('memory', `It took more than ${mostMemoryBytes} bytes`)
}, MEMORY_LOOK_EVERY_MS)
// Whoever asked is gone: nobody reads the answer.
process.stdout.on('error', () => process.exit(1))

worker.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') fail('memory', `It took more than ${mostMemoryBytes} bytes`)
  else fail('crash', error.message)
})
worker.on('message', (outcome: CompileOutcome) => {
  if (outcome.state === 'built') {
    const { files } = outcome
    answer({ state: 'built', diagnostics: shortenDiagnostics(outcome.diagnostics) }, files)
  } else if (outcome.code === 'errors') {
    answer({
      state: 'failed',
      code: 'errors',
      detail: '',
      diagnostics: shortenDiagnostics(outcome.diagnostics),
    })
  } else fail('app-id', outcome.found.slice(0, 100))
})

function fail(code: 'time' | 'memory' | 'crash' | 'app-id', detail: string): void {
  answer({ state: 'failed', code, detail: detail.slice(0, 2000), diagnostics: [] })
}

/** The first one counts. */
let isAnswered = false
function answer(report: CompileReport, files: ReadonlyMap<string, Uint8Array> = new Map()): void {
  if (isAnswered) return
  isAnswered = true
  const packed = pack()
  packed.entry({ name: 'report.json' }, JSON.stringify(report))
  for (const [path, content] of files) packed.entry({ name: `bundle/${path}` }, content)
  packed.finalize()
  packed.on('data', (piece) => process.stdout.write(piece as Uint8Array))
  packed.on('end', () => process.stdout.end(() => process.exit(0)))
}

async function readInput(): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
