import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { BundleManifest } from '@sampan/protocol'
import type { BundleFiles } from '../../releases/bundle-cache'
import * as z from 'zod'
import type { UploadLimits } from '../rules/upload-limits'
import { type CompileFailureCode, type CompileReport, compileReportSchema } from './compile-task'
import { findNetworkFence } from './network-fence'
import { readTar } from './read-archive'

export type ApartOutcome =
  | {
      state: 'built'
      manifest: BundleManifest
      files: BundleFiles
      diagnostics: CompileReport['diagnostics']
    }
  | { state: 'failed'; code: CompileFailureCode; detail: string; diagnostics: CompileReport['diagnostics'] }

/** What the server itself looks at; whoever runs a bundle checks the rest. */
const manifestSchema = z.looseObject({
  appId: z.string().max(100),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  pageOrder: z.array(z.string().max(500)).max(10_000),
  packages: z
    .array(z.looseObject({ id: z.string().max(500), root: z.string().max(500), sizeBytes: z.int().min(0) }))
    .max(1000),
  app: z.looseObject({
    permission: z.record(z.string().max(100), z.looseObject({ desc: z.string().max(500) })),
  }),
})

const CHILD = fileURLToPath(new URL('./compile-child.ts', import.meta.url))
/** Our TypeScript runs as it is; what runs it is not found from the child's folder. */
const LOADER = import.meta.resolve('tsx')
/** The child counts its own time; this is for one that no longer does. */
const GRACE_MS = 10_000

/**
 * Compiles what somebody sent in a process of its own: no secrets in its environment, no network where the system can
 * take it away, its time, memory and answer limited. Rejects only if `signal` aborts.
 */
export async function compileApart(
  archive: Uint8Array,
  { appId, limits, signal }: { appId: string; limits: UploadLimits; signal: AbortSignal },
): Promise<ApartOutcome> {
  signal.throwIfAborted()
  const fence = await findNetworkFence()
  const [command, ...args] = [
    ...fence,
    process.execPath,
    '--import',
    LOADER,
    CHILD,
    JSON.stringify({ appId, limits }),
  ]
  const child = spawn(command!, args, {
    cwd: tmpdir(),
    env: { TMPDIR: tmpdir(), NODE_ENV: 'production', ...(process.env.PATH && { PATH: process.env.PATH }) },
    stdio: 'pipe',
  })
  const kill = () => child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  const timer = setTimeout(kill, limits.compile.mostSeconds * 1000 + GRACE_MS)
  try {
    child.stdin.on('error', () => {}) // It may end before it has read all.
    child.stdin.end(archive)
    const outcome = await readAnswer(child, limits)
    signal.throwIfAborted()
    return outcome
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', kill)
    kill()
  }
}

async function readAnswer(
  child: ChildProcessWithoutNullStreams,
  limits: UploadLimits,
): Promise<ApartOutcome> {
  let said = ''
  child.stderr.on('data', (piece: Buffer) => (said = (said + String(piece)).slice(-2000)))
  const exited = new Promise<void>((resolve) =>
    child.on('close', () => resolve()).on('error', () => resolve()),
  )
  const files = new Map<string, Uint8Array>()
  const { mostFiles, mostPathCharacters, mostDepth } = limits.archive
  const answerLimits = {
    mostExpandedBytes: limits.compile.mostBundleBytes,
    mostFiles: mostFiles * 2,
    mostPathCharacters: mostPathCharacters + 100,
    mostDepth: mostDepth + 4,
  }
  try {
    await readTar(child.stdout, answerLimits, (path, content) => files.set(path, content))
    const report = compileReportSchema.parse(JSON.parse(String(files.get('report.json'))))
    if (report.state === 'failed') return report
    const bundle = takeBundle(files)
    return { state: 'built', files: bundle, manifest: readManifest(bundle), diagnostics: report.diagnostics }
  } catch (error) {
    if ((error as { code?: string }).code === 'archive-too-large') {
      return failed('bundle-size', `A compiled program has ${answerLimits.mostExpandedBytes} bytes at most`)
    }
    child.kill('SIGKILL')
    await exited
    return failed('crash', `${(error as Error).message}\n${said}`.trim().slice(0, 2000))
  }
}

function failed(code: CompileFailureCode, detail: string): ApartOutcome {
  return { state: 'failed', code, detail, diagnostics: [] }
}

function takeBundle(files: ReadonlyMap<string, Uint8Array>): BundleFiles {
  const bundle: BundleFiles = new Map()
  for (const [path, content] of files) {
    if (path.startsWith('bundle/')) bundle.set(path.slice('bundle/'.length), content)
  }
  return bundle
}

function readManifest(bundle: BundleFiles): BundleManifest {
  const manifest: unknown = JSON.parse(Buffer.from(bundle.get('manifest.json')!).toString())
  return manifestSchema.parse(manifest) as unknown as BundleManifest
}
