import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const SAMPAN = fileURLToPath(new URL('../../../apps/cli/bin/sampan.mjs', import.meta.url))

export interface ServedProject {
  /** `/preview` of the development server. */
  previewUrl(path: string): string
  stop(): void
}

/** Starts `sampan dev` on a project, as a developer would, and waits until it answers. */
export async function serveProject(project: string): Promise<ServedProject> {
  const port = await findFreePort()
  const child = spawn(process.execPath, [SAMPAN, 'dev', project, '--port', String(port), '--no-open'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${origin}/preview`).catch(() => undefined)
    if (answer?.ok) break
    if (attempt > 300 || child.exitCode !== null) {
      child.kill()
      throw new Error(`the development server of ${project} did not start`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    previewUrl: (path) => `${origin}/preview?fast&path=${encodeURIComponent(path)}`,
    stop: () => void child.kill(),
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
